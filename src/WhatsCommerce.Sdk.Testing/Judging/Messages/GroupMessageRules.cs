using WhatsCommerce.Testing.Judging.Templates;

namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>Rules for messages to groups, which accept text, media, pins, and templates with text and media.</summary>
/// <remarks>Source: Meta, groups/groups-messaging.</remarks>
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
            : Refusals.Unsupported($"Only templates of text and media can be sent to a group: {component.Path}");
    }
}
