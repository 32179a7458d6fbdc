figure-behind = 수치마다 그 안의 딜을 볼 수 있습니다:
figure-choose = 어느 수치의 딜을 볼까요?
figure-says = *{ $report }* · *{ $line }* · { $is_now ->
    [yes] 지금 상태
   *[no] { $first }부터 { $last }까지
} · 딜 { $count }건 · { $sums }
figure-all = 전체
figure-none = 이 수치에 해당하는 딜이 없습니다.
figure-back = 보고서로 돌아가기
refusal-report-no-deals = { $report } 보고서는 사람의 날과 주를 셉니다. 그래서 딜 목록이 없습니다. 영업 기회, 수주, 생산성, 파이프라인, 퍼널, 속도 보고서에서 딜을 볼 수 있습니다.
refusal-report-line-unknown = 보고서에 그런 줄이 더는 없습니다. `/crm 보고서`로 다시 열어 주세요.
refusal-report-field-unknown = 플레이북에 “{ $words }” 항목이 없습니다. 있는 항목: { $fields }
refusal-report-fields-none = 플레이북에 보고서의 기준으로 쓸 사용자 항목이 아직 없습니다. `/crm 플레이북`에서 제안할 수 있습니다.
report-deals-help = 수치 대신 그 수치의 딜을 보여 줍니다. 보고서 줄의 첫 칸에 있는 값이나 `all`을 적어 주세요. 단계가 아닌 기준의 퍼널에서는 `KEY/STAGE`로 적습니다.
figure-deals = 딜마다 카드가 있습니다:
figure-choose-deal = 어느 딜을 열까요?
