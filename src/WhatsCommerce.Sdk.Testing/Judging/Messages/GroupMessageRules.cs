using WhatsCommerce.Testing.Judging.Templates;

namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// The message types that groups accept: texts, media, pins, and templates with text and media. Source: Meta, groups/groups-messaging.
/// </summary>
internal static class GroupMessageRules
{
    public static Refusal? Judge(string type, JsonElement? template) => type switch
    {
        "text" or "image" or "video" or "audio" or "document" or "sticker" or "pin" => null,
        "template" => new Place(template, "template")["components"].Each(Component),
        _ => Refusals.Unsupported($"A message of type {type} cannot be sent to a group."),
    };

    private static Refusal? Component(Place component)
    {
        string type = TemplateRules.TypeOf(component.Json);
        string button = component["sub_type"].Text?.ToUpperInvariant() ?? "";
        bool isSupported = type is "HEADER" or "BODY" or "FOOTER" or "LIMITED_TIME_OFFER" or "TAP_TARGET_CONFIGURATION"
            || (type == "BUTTON" && button is "QUICK_REPLY" or "URL" or "COPY_CODE");
        return isSupported && component["parameters"].Items.All(parameter => parameter["type"].Text != "product")
            ? null
            : Refusals.Unsupported($"Only templates with text and media can be sent to a group: {component.Path}");
    }
}
