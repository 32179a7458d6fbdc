playbook-at = { $line }번째 줄: { $problem }
playbook-fine = 쓸 수 있는 플레이북입니다. 파이프라인 { $pipelines }개, 단계 { $stages }개, 통과 조건 { $criteria }개.
playbook-imported = 플레이북 버전 { $version }{ JOSA($version, "을/를") } 시행합니다.
playbook-would = 다음이 바뀝니다:
playbook-same = 시행 중인 플레이북과 다른 점이 없습니다.
playbook-trying = 진행 중인 딜에 시험하는 중
playbook-help = 플레이북을 YAML로 내보내고, 검사하고, 시행합니다.
playbook-help-export = 시행 중이거나 이전 버전인 플레이북을 YAML로 씁니다.
playbook-help-check = YAML 파일을 검사해 몇 번째 줄에 무엇이 잘못되었는지 알려 줍니다.
playbook-help-import = YAML 파일을 바로 시행합니다. `--dry-run`을 붙이면 바뀔 내용만 보여 줍니다.
playbook-help-schema = 편집기에서 쓸 YAML의 JSON 스키마를 씁니다.
playbook-problem-too-long = 플레이북은 { $limit }자까지입니다. 줄여 주세요.
playbook-problem-alias = 별칭 *{ $name }{ JOSA($name, "은/는") } 쓸 수 없습니다. 그 자리에 내용을 풀어 써 주세요.
playbook-problem-key-twice = 같은 키가 한곳에 두 번 있습니다. 하나만 남겨 주세요.
playbook-problem-not-yaml = YAML 형식이 아닙니다({ $said }). 들여쓰기, 콜론, 따옴표를 확인해 주세요.
playbook-problem-not-a-playbook = 플레이북이 아닙니다. `pipekeeper_playbook: 1`과 `pipelines:`로 시작해 주세요.
playbook-problem-unknown-key = “{ $name }”{ JOSA($name, "이라는/라는") } 키는 없습니다. 지우거나 스키마에서 쓸 수 있는 키를 확인해 주세요.
playbook-problem-unknown-key-nearest = “{ $name }”{ JOSA($name, "이라는/라는") } 키는 없습니다. “{ $nearest }” 아닌가요?
playbook-problem-missing-key = 여기에 “{ $name }”{ JOSA($name, "이/가") } 빠졌습니다. 추가해 주세요.
playbook-problem-not-one-of = “{ $name }”의 값으로 쓸 수 없습니다. 다음 가운데 하나를 골라 주세요: { $expected }
playbook-problem-too-much = “{ $name }”{ JOSA($name, "은/는") } { $limit } 이하여야 합니다.
playbook-problem-too-little = “{ $name }”{ JOSA($name, "은/는") } { $limit } 이상이어야 합니다.
playbook-problem-bad-key = “{ $typed }”{ JOSA($typed, "은/는") } 키가 될 수 없습니다. 로마자 소문자로 시작하고 소문자, 숫자, _만 써 주세요.
playbook-problem-length = “{ $name }”{ JOSA($name, "이/가") } 비었거나 너무 깁니다. 한도는 { $limit }자입니다.
playbook-problem-wrong-type = { $expected ->
    [whole-number] “{ $name }”에는 정수가 들어갑니다. 따옴표 없이 써 주세요.
    [text] “{ $name }”에는 글이 들어갑니다.
    [list] “{ $name }”에는 목록이 들어갑니다. 줄을 “- ”로 시작해 주세요.
    [yes-no] “{ $name }”에는 `true` 또는 `false`가 들어갑니다.
    [mapping] “{ $name }” 아래에는 키와 값이 들어갑니다.
   *[other] “{ $name }”에 들어갈 수 없는 값입니다. 스키마를 확인해 주세요.
}
playbook-problem-no-pipeline = 파이프라인이 없습니다. 단계와 함께 하나를 추가해 주세요.
playbook-problem-pipeline-twice = 파이프라인 “{ $name }”{ JOSA($name, "이/가") } 두 번 있습니다. 하나의 키를 바꿔 주세요.
playbook-problem-reason-twice = 사유 “{ $name }”{ JOSA($name, "이/가") } 두 번 있습니다. 하나의 키를 바꿔 주세요.
playbook-problem-kind-twice = 활동 종류 “{ $name }”{ JOSA($name, "이/가") } 두 번 있습니다. 하나의 키를 바꿔 주세요.
playbook-problem-no-lost-reason = 실주 사유가 없습니다. 보관되지 않은 사유를 하나 이상 남겨 주세요.
playbook-problem-weights = 가중치의 합이 { $total }입니다. 100이 되게 해 주세요.
playbook-problem-field-twice = 필드 “{ $name }”{ JOSA($name, "이/가") } 두 번 있습니다. 하나의 키를 바꿔 주세요.
playbook-problem-field-taken = “{ $name }”{ JOSA($name, "은/는") } 이미 쓰이는 이름입니다. 다른 키를 써 주세요.
playbook-problem-no-choices = 선택형에는 `choices`가 필요합니다. 추가해 주세요.
playbook-problem-idle-choices = `choices`는 선택형에만 있습니다. 종류를 `choice`로 바꾸거나 지워 주세요.
playbook-problem-choice-twice = 선택지 “{ $name }”{ JOSA($name, "이/가") } 두 번 있습니다. 하나의 키를 바꿔 주세요.
playbook-problem-stage-circular = 길이 “{ $name }” 단계로 되돌아와 딜이 제자리를 돌게 됩니다. 두 번째 단계에 다른 키를 주거나 지워 주세요.
playbook-problem-stage-twice = 단계 “{ $name }”{ JOSA($name, "이/가") } 두 번 있습니다. 단계의 키는 플레이북 전체에서 하나뿐이어야 합니다. 하나를 바꿔 주세요.
playbook-problem-pipeline-empty = 파이프라인 “{ $name }”에 진행 단계가 없습니다. 딜이 거쳐 갈 단계를 추가해 주세요.
playbook-problem-no-way-to-win = 파이프라인 “{ $name }”에는 수주할 길이 없습니다. `ends: won`인 단계를 추가해 주세요.
playbook-problem-no-way-to-lose = 파이프라인 “{ $name }”에는 실주로 끝낼 길이 없습니다. `ends: lost`인 단계를 추가해 주세요.
playbook-problem-won-twice = 파이프라인 “{ $name }”에 `ends: won`인 단계가 또 있습니다. 하나만 남겨 주세요.
playbook-problem-lost-twice = 파이프라인 “{ $name }”에 `ends: lost`인 단계가 또 있습니다. 하나만 남겨 주세요.
playbook-problem-end-with-exit = “{ $name }”에서 길이 끝나므로 떠날 때 물을 것이 없습니다. 통과 조건을 앞 단계로 옮겨 주세요.
playbook-problem-criterion-twice = 한 단계에서 “{ $name }”{ JOSA($name, "을/를") } 두 번 묻습니다. 하나만 남겨 주세요.
playbook-problem-criterion-of-one-sort = 조건은 `field`, `contact`, `evidence` 가운데 하나입니다. 하나만 써 주세요.
playbook-problem-evidence-unasked = 근거 “{ $name }”에 질문이 없습니다. `ask`를 추가해 주세요.
playbook-problem-field-unknown = 필드 “{ $name }”{ JOSA($name, "은/는") } 없습니다. 있는 필드: { $known }. 다른 필드는 `fields`에 추가해 주세요.
playbook-problem-evidence-taken = “{ $name }”{ JOSA($name, "은/는") } 이미 쓰이는 이름입니다. 근거에 다른 키를 써 주세요.
playbook-problem-evidence-differs = “{ $name }”{ JOSA($name, "을/를") } 다른 곳에서는 다르게 묻습니다. 키 하나는 질문 하나입니다. 똑같이 묻거나 다른 키를 써 주세요.
playbook-problem-nameless = 어느 언어로도 이름이 없습니다. `en`과 `ko`를 써 주세요.
playbook-problem-too-many-criteria = 파이프라인 “{ $name }”에서 묻는 것이 { $limit }가지를 넘습니다. 아무도 다 답하지 못합니다. 결정적인 것만 남겨 주세요.
