namespace WhatsCommerce.Conversations;

/// <summary>The JSON that passes, releases or takes a conversation.</summary>
internal sealed class ThreadControlRequest(string action, Recipient customer, HandoverOptions? options)
{
    public const string Pass = "pass";
    public const string Release = "release";
    public const string Take = "take";

    public Recipient Customer => customer;

    /// <exception cref="WhatsCommerceValidationException">A rule is broken.</exception>
    public byte[] ToJson()
    {
        Violations violations = new();
        violations.RequireRecipient(customer);
        if (customer.Kind == RecipientKind.Group)
        {
            violations.Add(
                "to",
                ViolationRule.NotAllowed,
                "Conversations with groups are not routed: give a phone number or a business-scoped user id.");
        }

        violations.AllowText("metadata", options?.Note, ConversationLimits.Note, "The note");
        if (options is { TargetRole.HasValue: true } && action != Pass)
        {
            violations.Add(
                "control_pass.target_role",
                ViolationRule.NotAllowed,
                "Only a conversation that is passed has a target role: leave HandoverOptions.TargetRole out.");
        }

        violations.ThrowIfAny("The conversation was not passed, released or taken");
        return JsonBytes.Write(this, static (writer, request) => request.WriteTo(writer));
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteString(customer.Kind == RecipientKind.User ? "recipient"u8 : "to"u8, customer.Value);
        writer.WriteString("action"u8, action);
        writer.WriteOptional("metadata"u8, options?.Note);
        if (options is { TargetRole.HasValue: true })
        {
            writer.WriteStartObject("control_pass"u8);
            writer.WriteString("target_role"u8, options.TargetRole.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
