namespace WhatsCommerce.Webhooks;

/// <summary>The members that all messages have in addition to those of all events.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageHead(
    MessageId Id,
    string? Type,
    MessageContext? Context,
    GroupId GroupId,
    Referral? Referral,
    IReadOnlyList<GraphError>? Errors);
