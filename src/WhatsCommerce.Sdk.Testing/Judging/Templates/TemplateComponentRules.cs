using WhatsCommerce.Testing.Judging.Interactive;
using WhatsCommerce.Testing.Judging.Orders;

namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>
/// The rules for the parameters of a template that apply to every template; <see cref="TemplateSendRules"/> compares them with the
/// definition. Types are case-insensitive, because Meta's own pages write them both ways. Source: Meta, templates/overview and the pages of
/// each kind of template.
/// </summary>
internal static class TemplateComponentRules
{
    public static Refusal? Judge(Place template, DateTimeOffset now)
    {
        string? name = template["name"].Text;
        return !template.IsObject ? Refusals.Required("template")
            : string.IsNullOrWhiteSpace(name) ? Refusals.Required("template['name']")
            : Json.Length(name) > Limits.TemplateName ? Refusals.TooLong("template['name']", Limits.TemplateName)
            : string.IsNullOrWhiteSpace(template["language"]["code"].Text) ? Refusals.Required("template['language']['code']")
            : Components(template["components"], isCard: false, now);
    }

    private static Refusal? Components(Place components, bool isCard, DateTimeOffset now)
    {
        HashSet<long> buttons = [];
        return components.AllowArray()
            ?? components.Each(component => component.NeedObject() ?? Component(component, isCard, buttons, now))
            ?? (components.Items.Count(
                component => "payment_request".Equals(component["sub_type"].Text, StringComparison.OrdinalIgnoreCase))
                > Limits.TemplatePaymentRequests ? components.Wrong("must have at most 3 buttons that request a payment") : null);
    }

    private static Refusal? Component(Place component, bool isCard, HashSet<long> buttons, DateTimeOffset now)
    {
        Place parameters = component["parameters"];
        Place type = component["type"];
        if ((type.NeedText() ?? parameters.AllowArray()) is { } refusal)
        {
            return refusal;
        }

        return (type.Text!.ToLowerInvariant(), isCard) switch
        {
            ("header", _) => parameters.Count > 1
                ? Refusals.ParameterCount("header", parameters.Count, 1)
                : parameters.Each(TemplateParameterRules.OfHeader) ?? Names(parameters),
            ("body", _) => parameters.Each(TemplateParameterRules.OfBody) ?? Names(parameters),
            ("button", _) => TemplateButtonParameterRules.Judge(component, buttons, now),
            ("footer", _) => null,
            ("carousel", false) => Carousel(component["cards"], now),
            ("limited_time_offer", false) => One(parameters, "limited_time_offer") ?? parameters.Each(parameter =>
                parameter["limited_time_offer"].NeedObject()
                ?? parameter["limited_time_offer"]["expiration_time_ms"].NeedWhole(0, long.MaxValue)
                ?? (parameter["limited_time_offer"]["expiration_time_ms"].Whole > now.ToUnixTimeMilliseconds()
                    ? null
                    : parameter["limited_time_offer"]["expiration_time_ms"].Wrong("must be in the future"))),
            ("order_status", false) =>
                One(parameters, "order_status") ?? parameters.Each(parameter => OrderStatusRules.Judge(parameter["order_status"])),
            ("tap_target_configuration", false) => One(parameters, "tap_target_configuration") ?? parameters.Each(TapTarget),
            _ => type.Wrong($"must be one of the components of a {(isCard ? "card" : "template")} - got \"{type.Text}\""),
        };
    }

    private static Refusal? One(Place parameters, string type) =>
        parameters.NeedArray("parameters", 1, 1) ?? parameters.Each(parameter => parameter["type"].NeedWord(type));

    private static Refusal? TapTarget(Place parameter) =>
        parameter["tap_target_configuration"].NeedArray("tap targets", 1, 1)
        ?? parameter["tap_target_configuration"].Each(target => target["url"].NeedWebAddress() ?? target["title"].NeedText());

    // The variables of a text are either all numbered or all named.
    private static Refusal? Names(Place parameters)
    {
        bool areNamed = parameters.Items.Any(parameter => parameter["parameter_name"].IsThere);
        return areNamed
            ? parameters.Each(parameter => string.IsNullOrWhiteSpace(parameter["parameter_name"].Text)
                ? Refusals.InvalidParameter($"Parameter name is missing or empty: {parameter["parameter_name"].Path}")
                : null)
            : null;
    }

    private static Refusal? Carousel(Place cards, DateTimeOffset now)
    {
        HashSet<long> indexes = [];
        string? header = null;
        return cards.NeedArray("cards", Limits.MinCards, Limits.MaxCards) ?? cards.Each(card =>
        {
            string found = HeaderOf(card["components"]);
            return card.NeedObject()
                ?? CarouselRules.Index(card["card_index"], indexes)
                ?? card["components"].NeedArray("components", 0, int.MaxValue)
                ?? Components(card["components"], isCard: true, now)
                ?? ((header ??= found) == found
                    ? null
                    : card["components"].Wrong($"must have the same header on all cards: {header}, not {found}"));
        });
    }

    private static string HeaderOf(Place components) => components.Items
        .Where(component => "header".Equals(component["type"].Text, StringComparison.OrdinalIgnoreCase))
        .SelectMany(header => header["parameters"].Items)
        .Select(parameter => parameter["type"].Text)
        .FirstOrDefault() ?? "none";
}
