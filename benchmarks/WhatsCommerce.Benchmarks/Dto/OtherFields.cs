namespace WhatsCommerce.Benchmarks.Dto;

internal sealed class TemplateStatusValue
{
    public string? Event { get; set; }
    public long MessageTemplateId { get; set; }
    public string? MessageTemplateName { get; set; }
    public string? MessageTemplateLanguage { get; set; }
    public string? Reason { get; set; }
    public string? MessageTemplateCategory { get; set; }
    public Rejection? RejectionInfo { get; set; }
}

internal sealed class Rejection
{
    public string? Reason { get; set; }
    public string? Recommendation { get; set; }
}

internal sealed class AccountUpdateValue
{
    public string? Event { get; set; }
    public Waba? WabaInfo { get; set; }
}

internal sealed class Waba
{
    public string? WabaId { get; set; }
    public string? OwnerBusinessId { get; set; }
    public string? PartnerAppId { get; set; }
    public string? SolutionId { get; set; }
    public string[]? SolutionPartnerBusinessIds { get; set; }
}

internal sealed class FlowValue
{
    public string? Event { get; set; }
    public string? Message { get; set; }
    public string? FlowId { get; set; }
    public double ErrorRate { get; set; }
    public double Threshold { get; set; }
    public string? AlertState { get; set; }
    public FlowError[]? Errors { get; set; }
}

internal sealed class FlowError
{
    public string? ErrorType { get; set; }
    public double ErrorRate { get; set; }
    public int ErrorCount { get; set; }
}

internal sealed class CallsValue : NumberValue
{
    public Call[]? Calls { get; set; }
}

internal sealed class Call
{
    public string? Id { get; set; }
    public string? To { get; set; }
    public string? From { get; set; }
    public string? Event { get; set; }
    public string? Timestamp { get; set; }
    public string? Direction { get; set; }
    public string? DeeplinkPayload { get; set; }
    public string? CtaPayload { get; set; }
    public CallSession? Session { get; set; }
}

internal sealed class CallSession
{
    public string? SdpType { get; set; }
    public string? Sdp { get; set; }
}

internal sealed class GroupsValue : NumberValue
{
    public Group[]? Groups { get; set; }
}

internal sealed class Group
{
    public string? Timestamp { get; set; }
    public string? GroupId { get; set; }
    public string? Type { get; set; }
    public string? Reason { get; set; }
    public Participant[]? AddedParticipants { get; set; }
}

internal sealed class Participant
{
    public string? Input { get; set; }
    public string? WaId { get; set; }
}

internal sealed class HistoryValue : NumberValue
{
    public HistoryChunk[]? History { get; set; }
}

internal sealed class HistoryChunk
{
    public ChunkMetadata? Metadata { get; set; }
    public HistoryThread[]? Threads { get; set; }
}

internal sealed class ChunkMetadata
{
    public int Phase { get; set; }
    public int ChunkOrder { get; set; }
    public int Progress { get; set; }
}

internal sealed class HistoryThread
{
    public string? Id { get; set; }
    public Message[]? Messages { get; set; }
}

internal sealed class HistoryContext
{
    public string? Status { get; set; }
}
