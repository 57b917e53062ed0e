namespace WhatsCommerce.Webhooks;

/// <summary>What all messages have in common beside what all events have.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageHead(
    MessageId Id,
    string? Type,
    MessageContext? Context,
    GroupId GroupId,
    Referral? Referral,
    IReadOnlyList<GraphError>? Errors);
