using WhatsCommerce.Testing.Judging.Interactive;
using WhatsCommerce.Testing.Judging.Products;
using WhatsCommerce.Testing.Judging.Templates;

namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// Validates a request to <c>POST /{version}/{phone-number-id}/messages</c> by its JSON, as Meta does: the first error is returned. It
/// shares no code with the client that wrote the JSON. Source: Meta, messages API reference.
/// </summary>
internal static class MessageJudge
{
    private const string Types =
        "AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, PIN, REACTION, STICKER, TEMPLATE, TEXT, VIDEO";

    private static readonly string[] TypeNames =
        ["text", "interactive", "template", "image", "video", "audio", "document", "sticker", "location", "contacts", "reaction", "pin"];

    /// <summary>Validates one request.</summary>
    /// <param name="json">The body.</param>
    /// <param name="shelf">The connected catalog.</param>
    /// <param name="templates">The templates of the account that sends.</param>
    /// <param name="senderDigits">The digits of the number that sends.</param>
    /// <param name="now">The current time, for times that must be in the future.</param>
    public static Verdict Judge(JsonElement json, IShelf shelf, ITemplateBook templates, string senderDigits, DateTimeOffset now)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return Refusals.Unreadable("(#100) The request body must be a JSON object.");
        }

        if (!Json.HasOnlyReadableTexts(json))
        {
            return Refusals.InvalidParameter("A string contains half of a surrogate pair, which is not a character.");
        }

        JsonElement? request = json;
        if (RequestRules.MessagingProduct(request) is { } wrongProduct)
        {
            return wrongProduct;
        }

        return request.Member("status") is null ? JudgeMessage(json, shelf, templates, senderDigits, now) : JudgeReadReceipt(request);
    }

    private static Verdict JudgeReadReceipt(JsonElement? request)
    {
        if (request.TextMember("status") is var status and not "read")
        {
            return Refusals.NotOneOf("status", "READ", status ?? "");
        }

        if (request.ObjectMember("typing_indicator") is { } typing && ((JsonElement?)typing).TextMember("type") is var type and not "text")
        {
            return Refusals.NotOneOf("typing_indicator['type']", "TEXT", type ?? "");
        }

        return request.TextMember("message_id") is { Length: > 0 } id
            ? new ReadReceipt(id, request.Member("typing_indicator") is not null)
            : Refusals.Required("message_id");
    }

    private static Verdict JudgeMessage(JsonElement json, IShelf shelf, ITemplateBook templates, string senderDigits, DateTimeOffset now)
    {
        JsonElement? request = json;
        if (AddressRules.Judge(request, senderDigits, out Address to) is { } wrongAddress)
        {
            return wrongAddress;
        }

        if (JudgeOptions(request) is { } wrongOption)
        {
            return wrongOption;
        }

        // The default is "text"; Meta's own examples also omit the type of an interactive message.
        string type = request.TextMember("type")
            ?? TypeNames.FirstOrDefault(name => request.Member(name) is not null)
            ?? "text";
        if (to.Kind is AddressKind.Group && GroupMessageRules.Judge(type, request.Member("template")) is { } notForGroups)
        {
            return notForGroups;
        }

        MessageContent content = new(type);
        Place message = new Place(json, "")[type];
        Refusal? refusal = type switch
        {
            "text" => ContentRules.Text(message, content),
            "interactive" => InteractiveRules.Judge(message, shelf, now, content),
            "image" or "video" or "audio" or "document" or "sticker" => MediaMessageRules.Judge(message, type, content),
            "location" => ContentRules.Location(message),
            "contacts" => ContactRules.Judge(message),
            "reaction" => ContentRules.Reaction(message),
            "template" => TemplateComponentRules.Judge(message, now) ?? TemplateSendRules.Judge(message, templates),
            "pin" => ContentRules.Pin(message),
            _ => Refusals.NotOneOf("type", Types, type),
        };
        return refusal is not null
            ? refusal
            : new AcceptedMessage(content.Kind, to, json)
            {
                Text = content.Text,
                Products = type == "template" ? TemplateProducts.Of(message) : content.Products,
                MissingProducts = content.MissingProducts,
                RepliesTo = request.Member("context").TextMember("message_id"),
                CallbackData = request.TextMember("biz_opaque_callback_data"),
            };
    }

    private static Refusal? JudgeOptions(JsonElement? request)
    {
        if (request.Member("context") is not null && string.IsNullOrWhiteSpace(request.Member("context").TextMember("message_id")))
        {
            return Refusals.Required("context['message_id']");
        }

        if (request.Member("recipient_identity_key_hash") is not null
            && string.IsNullOrWhiteSpace(request.TextMember("recipient_identity_key_hash")))
        {
            return Refusals.InvalidParameter("The parameter recipient_identity_key_hash must be a non-empty string.");
        }

        if (request.Member("biz_opaque_callback_data") is not null && request.TextMember("biz_opaque_callback_data") is null)
        {
            return Refusals.InvalidParameter("The parameter biz_opaque_callback_data must be a string.");
        }

        return request.TextMember("biz_opaque_callback_data") is { } data && Json.Length(data) > Limits.CallbackData
            ? Refusals.TooLong("biz_opaque_callback_data", Limits.CallbackData)
            : DirectSendRules.Judge(new Place(request, ""));
    }
}
