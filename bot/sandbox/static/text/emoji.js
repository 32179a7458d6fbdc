// Emoji by Slack's names: the common ones, and those a sales team meets.
const TABLE = `
smile 😄 grinning 😀 grin 😁 joy 😂 rofl 🤣 smiley 😃 sweat_smile 😅 laughing 😆 satisfied 😆
wink 😉 blush 😊 yum 😋 sunglasses 😎 heart_eyes 😍 kissing_heart 😘 slightly_smiling_face 🙂
simple_smile 🙂 hugging_face 🤗 star-struck 🤩 thinking_face 🤔 neutral_face 😐
expressionless 😑 no_mouth 😶 face_with_rolling_eyes 🙄 smirk 😏 open_mouth 😮 sleeping 😴
relieved 😌 stuck_out_tongue 😛 unamused 😒 sweat 😓 pensive 😔 confused 😕 upside_down_face 🙃
astonished 😲 disappointed 😞 worried 😟 cry 😢 sob 😭 scream 😱 angry 😠 rage 😡 mask 😷
partying_face 🥳 zany_face 🤪 nerd_face 🤓 saluting_face 🫡 melting_face 🫠 exploding_head 🤯
robot_face 🤖 ghost 👻 skull 💀 wave 👋 raised_hand ✋ ok_hand 👌 +1 👍 thumbsup 👍 -1 👎
thumbsdown 👎 fist ✊ facepunch 👊 punch 👊 crossed_fingers 🤞 v ✌️ point_up ☝️ point_right 👉
point_left 👈 point_down 👇 point_up_2 👆 clap 👏 raised_hands 🙌 handshake 🤝 pray 🙏 muscle 💪
writing_hand ✍️ eyes 👀 eye 👁️ brain 🧠 bust_in_silhouette 👤 busts_in_silhouette 👥 man 👨 woman 👩
office_worker 🧑‍💼 man-shrugging 🤷‍♂️ woman-shrugging 🤷‍♀️ shrug 🤷 speech_balloon 💬
thought_balloon 💭 left_speech_bubble 🗨️ zzz 💤 heart ❤️ orange_heart 🧡 yellow_heart 💛
green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍 broken_heart 💔
sparkling_heart 💖 100 💯 boom 💥 collision 💥 dizzy 💫 sweat_drops 💦 dash 💨 fire 🔥 sparkles ✨
star ⭐ star2 🌟 door 🚪 tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁 trophy 🏆 medal 🏅
sports_medal 🏅 first_place_medal 🥇 second_place_medal 🥈 third_place_medal 🥉 dart 🎯
checkered_flag 🏁 triangular_flag_on_post 🚩 waving_white_flag 🏳️ crossed_flags 🎌
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎
heavy_multiplication_x ✖️ warning ⚠️ rotating_light 🚨 no_entry ⛔ no_entry_sign 🚫
octagonal_sign 🛑 construction 🚧 question ❓ grey_question ❔ exclamation ❗ grey_exclamation ❕
heavy_exclamation_mark ❗ bangbang ‼️ interrobang ⁉️ information_source ℹ️ heavy_plus_sign ➕
heavy_minus_sign ➖ heavy_division_sign ➗ arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️
arrow_upper_right ↗️ arrow_lower_right ↘️ arrow_upper_left ↖️ arrow_lower_left ↙️ left_right_arrow ↔️
arrow_up_down ↕️ arrow_right_hook ↪️ leftwards_arrow_with_hook ↩️ arrow_forward ▶️ arrow_backward ◀️
arrow_up_small 🔼 arrow_down_small 🔽 fast_forward ⏩ rewind ⏪
double_vertical_bar ⏸️ black_square_for_stop ⏹️
repeat 🔁 arrows_counterclockwise 🔄 arrows_clockwise 🔃 new 🆕 up 🆙 cool 🆒 free 🆓 ok 🆗 sos 🆘
red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵
large_purple_circle 🟣 large_brown_circle 🟤 black_circle ⚫ white_circle ⚪ radio_button 🔘
large_red_square 🟥 large_orange_square 🟧 large_yellow_square 🟨 large_green_square 🟩
large_blue_square 🟦 white_large_square ⬜ black_large_square ⬛ white_medium_square ◻️
white_small_square ▫️ black_small_square ▪️ small_orange_diamond 🔸 small_blue_diamond 🔹
large_orange_diamond 🔶 large_blue_diamond 🔷 small_red_triangle 🔺 small_red_triangle_down 🔻
chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 moneybag 💰 money_with_wings 💸
dollar 💵 yen 💴 euro 💶 pound 💷 credit_card 💳 coin 🪙 receipt 🧾 gem 💎 abacus 🧮 bank 🏦
briefcase 💼 file_folder 📁 open_file_folder 📂 card_index_dividers 🗂️ clipboard 📋 pushpin 📌
round_pushpin 📍 paperclip 📎 straight_ruler 📏 triangular_ruler 📐 scissors ✂️ memo 📝 pencil 📝
pencil2 ✏️ lower_left_ballpoint_pen 🖊️ page_facing_up 📄 page_with_curl 📃 scroll 📜 newspaper 📰
books 📚 book 📖 notebook 📓 ledger 📒 bookmark 🔖 bookmark_tabs 📑 label 🏷️ card_index 📇
wastebasket 🗑️ file_cabinet 🗄️ card_file_box 🗃️ package 📦 inbox_tray 📥 outbox_tray 📤 mailbox 📫
mailbox_with_mail 📬 envelope ✉️ email ✉️ e-mail 📧 incoming_envelope 📨 envelope_with_arrow 📩
love_letter 💌 telephone ☎️ phone ☎️ telephone_receiver 📞 iphone 📱 computer 💻 desktop_computer 🖥️
printer 🖨️ camera 📷 video_camera 📹 movie_camera 🎥 tv 📺 studio_microphone 🎙️ headphones 🎧 satellite 🛰️
satellite_antenna 📡 battery 🔋 electric_plug 🔌 bulb 💡 flashlight 🔦 mag 🔍 mag_right 🔎
microscope 🔬 telescope 🔭 lock 🔒 unlock 🔓 closed_lock_with_key 🔐 key 🔑 old_key 🗝️ hammer 🔨
wrench 🔧 hammer_and_wrench 🛠️ gear ⚙️ nut_and_bolt 🔩 link 🔗 chains ⛓️ hook 🪝 toolbox 🧰 magnet 🧲
shield 🛡️ scales ⚖️ test_tube 🧪 pill 💊 calendar 📆 date 📅 spiral_calendar_pad 🗓️
spiral_note_pad 🗒️ alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ clock1 🕐 clock3 🕒 clock5 🕔 clock9 🕘
clock12 🕛 hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢
speaker 🔈 sound 🔉 mute 🔇 house 🏠 house_with_garden 🏡 office 🏢 factory 🏭 classical_building 🏛️
hospital 🏥 school 🏫 hotel 🏨 convenience_store 🏪 department_store 🏬 building_construction 🏗️
earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 globe_with_meridians 🌐 world_map 🗺️ compass 🧭
rocket 🚀 airplane ✈️ small_airplane 🛩️ ship 🚢 car 🚗 taxi 🚕 bus 🚌 truck 🚚 train 🚆 bike 🚲
anchor ⚓ fuelpump ⛽ vertical_traffic_light 🚦 traffic_light 🚥 sunny ☀️ partly_sunny ⛅ cloud ☁️
rain_cloud 🌧️ zap ⚡ lightning ⚡ snowflake ❄️ snowman ⛄ rainbow 🌈 ocean 🌊 umbrella ☔ sunrise 🌅
crescent_moon 🌙 full_moon 🌕 new_moon 🌑 seedling 🌱 evergreen_tree 🌲 deciduous_tree 🌳 herb 🌿
four_leaf_clover 🍀 fallen_leaf 🍂 leaves 🍃 cactus 🌵 sunflower 🌻 rose 🌹 tulip 🌷 cherry_blossom 🌸
bouquet 💐 mushroom 🍄 apple 🍎 banana 🍌 watermelon 🍉 grapes 🍇 pizza 🍕 hamburger 🍔 cake 🍰
birthday 🎂 cookie 🍪 doughnut 🍩 coffee ☕ tea 🍵 beer 🍺 beers 🍻 wine_glass 🍷 champagne 🍾
clinking_glasses 🥂 fork_and_knife 🍴 dog 🐶 cat 🐱 mouse 🐭 bear 🐻 panda_face 🐼 monkey 🐒
see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊 unicorn_face 🦄 bee 🐝 bug 🐛 butterfly 🦋 snail 🐌
turtle 🐢 whale 🐳 fish 🐟 octopus 🐙 crab 🦀 elephant 🐘 owl 🦉 eagle 🦅 fox_face 🦊 lion_face 🦁
soccer ⚽ basketball 🏀 football 🏈 tennis 🎾 golf ⛳ ski 🎿 game_die 🎲 jigsaw 🧩 chess_pawn ♟️
musical_note 🎵 notes 🎶 guitar 🎸 art 🎨 performing_arts 🎭 ticket 🎫 admission_tickets 🎟️ clapper 🎬
crown 👑 ring 💍 lipstick 💄 dress 👗 necktie 👔 eyeglasses 👓 handbag 👜 school_satchel 🎒
mortar_board 🎓 tophat 🎩 zero 0️⃣ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣
seven 7️⃣ eight 8️⃣ nine 9️⃣ keycap_ten 🔟 1234 🔢 abc 🔤 hash #️⃣ infinity ♾️ recycle ♻️ tm ™️
copyright ©️ registered ®️ heavy_dollar_sign 💲 currency_exchange 💱 atm 🏧 vs 🆚 flag-us 🇺🇸 us 🇺🇸
flag-kr 🇰🇷 kr 🇰🇷 flag-gb 🇬🇧 gb 🇬🇧 flag-de 🇩🇪 de 🇩🇪 flag-jp 🇯🇵 jp 🇯🇵 flag-fr 🇫🇷 fr 🇫🇷 flag-eu 🇪🇺
ladder 🪜 thread 🧵 broom 🧹 bricks 🧱 petri_dish 🧫 people_hugging 🫂
`;

const words = TABLE.trim().split(/\s+/);
const SIGNS = new Map();
for (let at = 0; at < words.length; at += 2) SIGNS.set(words[at], words[at + 1]);

const TONES = ["", "", "🏻", "🏼", "🏽", "🏾", "🏿"];

/** The sign of that name; undefined for one that isn't known here. */
export const emoji = (name, tone = 0) => {
  const sign = SIGNS.get(name);
  return sign && sign + (TONES[tone] ?? "");
};

const NAMED = /:([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?/g;

/** Text with every known :name: made the sign it stands for. */
export const withEmoji = (text) =>
  text.replace(NAMED, (whole, name, tone) => emoji(name, Number(tone ?? 0)) ?? whole);
