namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// The rules for <c>thread_control</c>: passing, releasing and taking a conversation. Source: Meta, conversation-routing/overview.
/// </summary>
internal static class ThreadControlRules
{
    /// <summary>The role that may take a conversation from others.</summary>
    public const string Escalation = "escalation";

    /// <summary>The roles that can answer in a conversation.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["ai_agent", "ctwa", "customer_service", Escalation, "marketing", "utility"];

    /// <summary>Validates a request. Whether the app may make it also depends on the owner of the conversation.</summary>
    public static Refusal? Judge(JsonElement? request, string senderDigits, out ThreadControl control)
    {
        control = default;
        Address to = default;
        Place place = new(request, "");
        Place role = place["control_pass"]["target_role"];
        string action = place["action"].Text?.ToLowerInvariant() ?? "";
        Refusal? refusal = RequestRules.MessagingProduct(request)
            ?? AddressRules.Judge(request, senderDigits, out to)
            ?? (to.Kind is AddressKind.Group ? Refusals.InvalidParameter("Conversations with groups are not routed.") : null)
            ?? (action is "pass" or "release" or "take" ? null : Refusals.NotOneOf("action", "PASS, RELEASE, TAKE", action))
            ?? (place["metadata"].IsThere && place["metadata"].Text is null
                ? Refusals.InvalidParameter("The parameter metadata must be a string.")
                : null)
            ?? (Json.Length(place["metadata"].Text ?? "") > Limits.ThreadMetadata
                ? Refusals.TooLong("metadata", Limits.ThreadMetadata)
                : null)
            ?? (action == "pass" ? Target(role) : null);
        if (refusal is null)
        {
            control = new(to, action, role.Text?.ToLowerInvariant(), place["metadata"].Text);
        }

        return refusal;
    }

    /// <summary>2494191: the conversation has another owner, or none.</summary>
    public static Refusal NotTheOwner(string details) =>
        new(400, 2494191, "(#2494191) The app is not the owner of the conversation") { Details = details };

    /// <summary>
    /// 10: only the escalation partner may take a conversation. The code is not documented; it is that of any missing permission.
    /// </summary>
    public static Refusal MayNotTake() => new(403, 10, "(#10) Application does not have permission for this action")
    {
        Details = "Only the app with the role escalation may take a conversation from another app.",
    };

    private static Refusal? Target(Place role) =>
        role.Text is not { Length: > 0 } text ? Refusals.Required("control_pass['target_role']")
        : Roles.Contains(text.ToLowerInvariant(), StringComparer.Ordinal) ? null
        : Refusals.NotOneOf("control_pass['target_role']", string.Join(", ", Roles), text);
}

/// <summary>A thread control request: <c>pass</c>, <c>release</c> or <c>take</c>.</summary>
internal readonly record struct ThreadControl(Address To, string Action, string? TargetRole, string? Metadata)
{
    // The address may be a phone number, which must not get into a log through ToString.
    public override string ToString() => Action;
}
