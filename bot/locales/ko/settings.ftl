refusal-settings-leave-too-long = 휴가 하나는 최대 { $days }일입니다. 나누어 적거나 관리자에게 문의하세요.
refusal-settings-leaves-too-many = 휴가는 최대 { $most }건까지 적을 수 있습니다. 지난 휴가를 지워 주세요.
