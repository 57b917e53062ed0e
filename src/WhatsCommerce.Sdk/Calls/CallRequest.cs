namespace WhatsCommerce.Calls;

/// <summary>The JSON that starts, answers or ends a call.</summary>
internal sealed class CallRequest(string action)
{
    public const string Connect = "connect";
    public const string PreAccept = "pre_accept";
    public const string Accept = "accept";
    public const string Reject = "reject";
    public const string Terminate = "terminate";

    /// <summary>The customer to call; only for a call that is started.</summary>
    public Recipient To { get; init; }

    /// <summary>The call; for every other action.</summary>
    public string? CallId { get; init; }

    public string? Sdp { get; init; }
    public string? CallbackData { get; init; }

    private bool IsStart => action == Connect;

    private bool HasSession => action is Connect or PreAccept or Accept;

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    public byte[] ToJson()
    {
        Violations violations = new();
        if (IsStart)
        {
            violations.RequireRecipient(To);
            if (To.Kind == RecipientKind.Group)
            {
                violations.Add(
                    "to", ViolationRule.NotAllowed, "Groups cannot be called: give a phone number or a business-scoped user id.");
            }
        }
        else
        {
            violations.RequireText("call_id", CallId, "The id of the call");
        }

        if (HasSession)
        {
            RequireSdp(violations, Sdp);
        }

        violations.LimitText("biz_opaque_callback_data", CallbackData, CallLimits.CallbackData, "The callback data");
        violations.ThrowIfAny("The call request was not sent");
        return JsonBytes.Write(this, static (writer, request) => request.WriteTo(writer));
    }

    // Checked as far as is possible without connecting audio: RFC 8866 starts with the version, and every line is a letter, "=" and a
    // value. Meta judges what the media lines must offer.
    private static void RequireSdp(Violations violations, string? sdp)
    {
        violations.RequireText("session.sdp", sdp, "The session description");
        if (!string.IsNullOrWhiteSpace(sdp) && !IsSdp(sdp))
        {
            violations.Add(
                "session.sdp",
                ViolationRule.Format,
                "It is not a session description (RFC 8866): it starts with v=0, each line is a letter, = and a value, and a line begins "
                    + "with m=.");
        }
    }

    private static bool IsSdp(string sdp)
    {
        bool hasMedia = false;
        bool isFirst = true;
        foreach (ReadOnlySpan<char> line in sdp.AsSpan().TrimEnd().EnumerateLines())
        {
            if (line.Length < 2 || !char.IsAsciiLetterLower(line[0]) || line[1] != '=' || (isFirst && line is not "v=0"))
            {
                return false;
            }

            isFirst = false;
            hasMedia |= line[0] == 'm';
        }

        return hasMedia;
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        if (IsStart)
        {
            writer.WriteString(To.Kind == RecipientKind.User ? "recipient"u8 : "to"u8, To.Value);
        }
        else
        {
            writer.WriteString("call_id"u8, CallId);
        }

        writer.WriteString("action"u8, action);
        if (HasSession)
        {
            writer.WriteStartObject("session"u8);
            writer.WriteString("sdp_type"u8, IsStart ? "offer"u8 : "answer"u8);
            writer.WriteString("sdp"u8, Sdp);
            writer.WriteEndObject();
        }

        writer.WriteOptional("biz_opaque_callback_data"u8, CallbackData);
        writer.WriteEndObject();
    }
}
