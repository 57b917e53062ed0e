using System.Text.Json;

namespace WhatsCommerce.Testing.Judging;

/// <summary>The rules of the messages that are not interactive. Text is judged whole, the others by the parts without which they are nothing.</summary>
internal static class ContentRules
{
    public static Refusal? Text(JsonElement? request, MessageContent content)
    {
        JsonElement? text = request.ObjectMember("text");
        string? body = text.TextMember("body");
        if (string.IsNullOrWhiteSpace(body))
        {
            return Refusals.Required("text['body']");
        }

        if (Json.Length(body) > Limits.TextBody)
        {
            return Refusals.TooLong("text['body']", Limits.TextBody);
        }

        content.Text = body;
        return text.Member("preview_url") is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) }
            ? Refusals.InvalidParameter("The parameter text['preview_url'] must be a boolean.")
            : null;
    }

    public static Refusal? Media(JsonElement? request, string type, MessageContent content)
    {
        JsonElement? media = request.ObjectMember(type);
        if (media is null)
        {
            return Refusals.Required(type);
        }

        if (string.IsNullOrWhiteSpace(media.TextMember("id")) && string.IsNullOrWhiteSpace(media.TextMember("link")))
        {
            return Refusals.Missing($"The parameter {type}['id'] or {type}['link'] is required.");
        }

        content.Text = media.TextMember("caption");
        return content.Text is { } caption && Json.Length(caption) > Limits.MediaCaption
            ? Refusals.Length("Caption", 0, Limits.MediaCaption)
            : null;
    }

    public static Refusal? Location(JsonElement? request)
    {
        JsonElement? location = request.ObjectMember("location");
        return location is null ? Refusals.Required("location")
            : location.TextMember("latitude") is null ? Refusals.Missing("The parameter location['latitude'] is required.")
            : location.TextMember("longitude") is null ? Refusals.Missing("The parameter location['longitude'] is required.")
            : null;
    }

    public static Refusal? Contacts(JsonElement? request) =>
        request.ArrayMember("contacts") is { } contacts && contacts.GetArrayLength() > 0 ? null : Refusals.Required("contacts");

    // An absent or empty emoji takes the reaction back.
    public static Refusal? Reaction(JsonElement? request)
    {
        JsonElement? reaction = request.ObjectMember("reaction");
        return reaction is null ? Refusals.Required("reaction")
            : string.IsNullOrWhiteSpace(reaction.TextMember("message_id")) ? Refusals.Missing("The parameter reaction['message_id'] is required.")
            : null;
    }

    public static Refusal? Template(JsonElement? request)
    {
        JsonElement? template = request.ObjectMember("template");
        return template is null ? Refusals.Required("template")
            : string.IsNullOrWhiteSpace(template.TextMember("name")) ? Refusals.Required("template['name']")
            : string.IsNullOrWhiteSpace(template.ObjectMember("language").TextMember("code")) ? Refusals.Required("template['language']['code']")
            : null;
    }

    public static Refusal? Pin(JsonElement? request)
    {
        JsonElement? pin = request.ObjectMember("pin");
        return pin is null ? Refusals.Required("pin")
            : string.IsNullOrWhiteSpace(pin.TextMember("message_id")) ? Refusals.Missing("The parameter pin['message_id'] is required.")
            : null;
    }
}
