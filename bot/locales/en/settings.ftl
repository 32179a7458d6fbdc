refusal-settings-leave-too-long = One leave lasts at most { $days } days. Split it, or ask an admin to mark the person as gone.
refusal-settings-leaves-too-many = At most { $most } leaves are kept. Take out those that have passed.
