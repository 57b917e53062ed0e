using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <content>Examples of templates.</content>
public partial class MetaExampleTests
{
    private static TemplateMessage Template(JsonObject template, JsonObject send)
    {
        TemplateMessageBuilder builder = Message.Template((string?)template["name"], (string?)template["language"]!["code"]);
        foreach (JsonNode? component in template["components"]?.AsArray() ?? [])
        {
            Component(builder, component!, (string)component!["type"]!);
        }

        if (send["product_policy"] is JsonNode policy)
        {
            builder.AsMarketing(new MarketingPolicy((string?)policy), (bool?)send["message_activity_sharing"]);
        }

        // The offer of Meta's example ended in 1970.
        return builder.Build(send.ToJsonString().Contains("expiration_time_ms", StringComparison.Ordinal)
            ? new StoppedClock(DateTimeOffset.UnixEpoch)
            : BeforeTheOrdersExpire);
    }

    private static TemplateMessageBuilder Component(TemplateMessageBuilder builder, JsonNode component, string type)
    {
        JsonArray parameters = component["parameters"]?.AsArray() ?? [];
        return type switch
        {
            "header" => TemplateHeader(builder, parameters[0]!),
            "body" => builder.Body(parameters.Select(parameter => Parameter(parameter!))),
            "button" => TemplateButton(builder, component, Index(component), parameters),
            "limited_time_offer" => builder.LimitedTimeOffer(
                DateTimeOffset.FromUnixTimeMilliseconds((long)parameters[0]!["limited_time_offer"]!["expiration_time_ms"]!)),
            "order_status" => builder.OrderStatus(
                (string?)parameters[0]!["order_status"]!["reference_id"],
                new OrderStatus((string?)parameters[0]!["order_status"]!["order"]!["status"]),
                (string?)parameters[0]!["order_status"]!["order"]!["description"]),
            "tap_target_configuration" => builder.TapTarget(
                (string?)parameters[0]!["tap_target_configuration"]![0]!["url"],
                (string?)parameters[0]!["tap_target_configuration"]![0]!["title"]),
            "carousel" => Cards(builder, component["cards"]!.AsArray()),
            _ => throw new InvalidOperationException($"No case for {type}."),
        };
    }

    private static TemplateMessageBuilder TemplateHeader(
        TemplateMessageBuilder builder, JsonNode parameter) => (string)parameter["type"]! switch
    {
        "text" => builder.Header(Parameter(parameter)),
        "image" => builder.ImageHeader(Source(parameter["image"]!)),
        "product" =>
            builder.ProductHeader((string?)parameter["product"]!["catalog_id"], (string?)parameter["product"]!["product_retailer_id"]),
        _ => throw new InvalidOperationException($"No case for {parameter["type"]}."),
    };

    private static TemplateParameter Parameter(JsonNode json)
    {
        JsonNode? currency = json["currency"];
        JsonNode? moment = json["date_time"];
        TemplateParameter parameter = (string)json["type"]! switch
        {
            "text" => TemplateParameter.Text((string?)json["text"]),
            "currency" => TemplateParameter.Currency(
                new Money((decimal)currency!["amount_1000"]! / 1000m, (string?)currency["code"]), (string?)currency["fallback_value"]),
            "date_time" => TemplateParameter.DateTime(
                new DateTime(
                    (int)moment!["year"]!,
                    (int)moment["month"]!,
                    (int)moment["day_of_month"]!,
                    (int)moment["hour"]!,
                    (int)moment["minute"]!,
                    0,
                    DateTimeKind.Unspecified),
                (string?)moment["fallback_value"]),
            _ => throw new InvalidOperationException($"No case for {json["type"]}."),
        };
        return (string?)json["parameter_name"] is string name ? parameter.Named(name) : parameter;
    }

    private static TemplateMessageBuilder TemplateButton(TemplateMessageBuilder builder, JsonNode button, int index, JsonArray parameters)
    {
        JsonNode first = parameters[0]!;
        JsonNode? action = first["action"];
        return (string)button["sub_type"]! switch
        {
            "quick_reply" => builder.QuickReplyButton(index, (string?)first["payload"]),
            "url" => builder.UrlButton(index, (string?)first["text"], (bool?)first["payment_link_preview"] ?? false),
            "copy_code" => builder.CopyCodeButton(index, (string?)first["coupon_code"]),
            "flow" =>
                builder.FlowButton(index, (string?)action!["flow_token"], JsonElement.Parse(action["flow_action_data"]!.ToJsonString())),
            "CATALOG" => builder.CatalogButton(index, (string?)action!["thumbnail_product_retailer_id"]),
            "mpm" => builder.ProductListButton(
                index, (string?)action!["thumbnail_product_retailer_id"], [.. action["sections"]!.AsArray().Select(Section)]),
            "order_details" => builder.OrderDetailsButton(
                index, (string?)action!["order_details"]!["reference_id"], order => Order(order, action["order_details"]!)),
            "voice_call" => builder.VoiceCallButton(
                index, TimeSpan.FromMinutes((int)first["ttl_minutes"]!), (string?)parameters[1]!["payload"]),
            _ => throw new InvalidOperationException($"No case for {button["sub_type"]}."),
        };
    }

    private static int Index(JsonNode button) => int.Parse((string)button["index"]!, NumberStyles.None, CultureInfo.InvariantCulture);

    private static ProductSection Section(JsonNode? section) => new(
        (string?)section!["title"],
        section["product_items"]!.AsArray().Select(item => new RetailerId((string?)item!["product_retailer_id"])));

    private static TemplateMessageBuilder Cards(TemplateMessageBuilder builder, JsonArray cards)
    {
        foreach (JsonNode? card in cards)
        {
            builder.Card(into =>
            {
                foreach (JsonNode? component in card!["components"]!.AsArray())
                {
                    CardComponent(into, component!, component!["parameters"]!.AsArray());
                }
            });
        }

        return builder;
    }

    private static TemplateCardBuilder CardComponent(TemplateCardBuilder card, JsonNode component, JsonArray parameters)
    {
        JsonNode first = parameters[0]!;
        return ((string)component["type"]!, (string)first["type"]!, (string?)component["sub_type"]) switch
        {
            ("header", "image", _) => card.Image(Source(first["image"]!)),
            ("header", "product", _) =>
                card.Product((string?)first["product"]!["catalog_id"], (string?)first["product"]!["product_retailer_id"]),
            ("body", _, _) => card.Body([.. parameters.Select(parameter => Parameter(parameter!))]),
            (_, _, "quick_reply") => card.QuickReplyButton(Index(component), (string?)first["payload"]),
            (_, _, "url") => card.UrlButton(Index(component), (string?)first["text"]),
            _ => throw new InvalidOperationException($"No case for {component}."),
        };
    }
}
