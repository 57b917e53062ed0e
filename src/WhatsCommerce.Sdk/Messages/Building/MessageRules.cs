namespace WhatsCommerce.Messages;

/// <summary>Rules that apply only to messages.</summary>
internal static class MessageRules
{
    private const string FiveBlanks = "     ";

    /// <summary>Checks the idempotency key of a send, which is not sent to Meta.</summary>
    public static void AllowKey(this Violations violations, string? onceKey)
    {
        if (onceKey is not null && string.IsNullOrWhiteSpace(onceKey))
        {
            violations.Add("OnceKey", ViolationRule.Required,
                "OnceKey is blank, so that the send could not be deduplicated; use a text that identifies this one message, or null.");
        }
    }

    public static void RequireMessageId(this Violations violations, WirePath path, MessageId id)
    {
        if (!id.HasValue)
        {
            violations.Add(path, ViolationRule.Required, "The id of the message (wamid...) is required.");
        }
        else
        {
            violations.RequireWellFormed(path, id.Value, "The id of the message");
        }
    }

    public static void RequireRetailerId(this Violations violations, WirePath path, RetailerId id)
    {
        if (!id.HasValue)
        {
            violations.Add(path, ViolationRule.Required, "The retailer id is blank; give the id (SKU, content id) that the item has in "
                + "the catalog.",
                MessageLimits.RetailerId, 0);
        }
        else
        {
            violations.LimitText(path, id.Value, MessageLimits.RetailerId, "The retailer id");
        }
    }

    /// <summary>Checks an id of the app that is returned when the customer chooses.</summary>
    public static void RequireReplyId(this Violations violations, WirePath path, string? id, int limit, HashSet<string> seen, string name)
    {
        violations.RequireText(path, id, limit, name);
        if (!string.IsNullOrWhiteSpace(id) && id.AsSpan().Trim().Length != id.Length)
        {
            violations.Add(path, ViolationRule.Format, $"{name} starts or ends with a space, which Meta does not accept.");
        }

        violations.RequireUnique(path, id, seen, name);
    }

    /// <summary>Checks the value of a template's variable, which must be on one line (132018).</summary>
    public static void RequireOneLine(this Violations violations, WirePath path, string? text)
    {
        if (text.AsSpan().ContainsAny('\n', '\r', '\t'))
        {
            violations.Add(path, ViolationRule.Format,
                "A parameter of a template has no line breaks and no tabs (132018); use another parameter, or a separator "
                    + "such as a comma.");
        }
        else if (text.AsSpan().Contains(FiveBlanks, StringComparison.Ordinal))
        {
            violations.Add(
                path, ViolationRule.Format, "A parameter of a template must not have more than four consecutive spaces (132018).");
        }
    }
}
