using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>What all messages have in common, as the parser hands it to their constructors.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageHead(
    EventHead Event,
    string? Id,
    string? Type,
    MessageContext? Context,
    string? GroupId,
    Referral? Referral,
    IReadOnlyList<GraphError>? Errors);
