namespace WhatsCommerce.Messages;

/// <summary>Builds a message from JSON. Checks only what would break the request, but no limits.</summary>
public sealed class RawMessageBuilder : MessageBuilder<RawMessage>
{
    private static readonly SearchValues<char> TypeChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private readonly string? _type;
    private readonly JsonElement _payload;

    internal RawMessageBuilder(string? type, JsonElement payload)
    {
        _type = type;
        _payload = payload.ValueKind == JsonValueKind.Undefined ? default : payload.Clone();
    }

    private protected override void Validate(Violations violations)
    {
        WirePath payload = "payload";
        if (string.IsNullOrWhiteSpace(_type))
        {
            violations.Add("type", ViolationRule.Required, "The type of the message is required.");
        }
        else if (_type.AsSpan().ContainsAnyExcept(TypeChars))
        {
            violations.Add("type", ViolationRule.Format, "The type of a message is a name of letters, digits and _, such as text.");
        }
        else if (_type is "messaging_product" or "recipient_type" or "to" or "recipient" or "type" or "context"
            or "biz_opaque_callback_data" or "recipient_identity_key_hash")
        {
            violations.Add(
                "type", ViolationRule.NotAllowed, "This is the name of a member that each request has; it cannot hold the content too.");
        }
        else
        {
            payload = _type;
        }

        if (_payload.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            violations.Add(payload, ViolationRule.Required, "The content of the message is a JSON object, or an array as contacts have.");
        }
        else
        {
            violations.RequireWritable(payload, _payload, "The content");
        }
    }

    private protected override RawMessage Create() => new(_type!, _payload);
}
