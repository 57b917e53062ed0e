using System.Text.Json.Nodes;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>
/// Every template that Meta's pages and contract create can be built, and goes over the wire as they print it. Kinds with a page of their
/// own are written in its letters, capital or small; what else differs is in one table.
/// </summary>
public class MetaTemplateExampleTests
{
    private const string Variables = "Text {{1}} and {{2}} and {{3}}";

    // Where an example contradicts itself or another one, or holds a placeholder where a value must be.
    private static readonly Action<JsonObject>[] Normalisation =
    [
        // Placeholders for names, languages, categories, formats.
        json => Replace(json, "name", "example"),
        json => json["language"] = ((string)json["language"]!).Length > 5 ? "en_US" : (string?)json["language"],
        json => json["category"] = ((string)json["category"]!).Contains("CATEGORY", StringComparison.Ordinal)
            || ((string)json["category"]!).Contains('|', StringComparison.Ordinal) ? "MARKETING" : (string?)json["category"],
        json => ForEachObject(json, part => Replace(part, "format", "image")),
        json => ForEachObject(json, part => Replace(part, "url", "https://shop.example/{{1}}")),
        json => ForEachObject(json, part => Array.ForEach(
            part["type"] is null ? [] : part["buttons"]?.AsArray().ToArray() ?? [],
            button => Replace(button!.AsObject(), "text", "Label"))),

        // A placeholder of a text has no variables, but examples for them beside it.
        json => ForEachObject(json, VariablesForExamples),

        // Plain templates, flows and passwords are printed in capitals on some pages, in small letters on others, in both on a few.
        json =>
        {
            if (!HasLettersOfItsOwn(json))
            {
                ForEachObject(json, SmallLetters);
            }
        },

        // Counted variables are what goes without saying.
        json =>
        {
            if (((string?)json["parameter_format"])?.ToUpperInvariant() == "POSITIONAL")
            {
                json.Remove("parameter_format");
            }
        },

        // One example as a text instead of a list of lists; one header without its format, and with the example of a body.
        json => ForEachObject(json, NestExample),
        json => ForEachObject(json, CompleteHeader),

        // Pages of syntax print one card where two are the least, with three buttons where two are the most.
        json => ForEachObject(json, TwoCards),

        // A flow in three ways at once of which one may be taken; an app beside the button instead of in its list.
        json => ForEachObject(json, OneFlow),
        json => ForEachObject(json, AppIntoList),
    ];

    public static TheoryData<string, string> Files =>
    [
        .. new[] { "catalog", "catalog/templates-other" }
            .SelectMany(folder => SharedMaterial.JsonFiles(folder).Select(file => (folder, file)))
            .Where(example => example.file.Contains("template-create", StringComparison.Ordinal))

            // Several languages at once are another endpoint, upsert_message_templates.
            .Where(example => !example.file.Contains("bulk-management", StringComparison.Ordinal))
            .DefaultIfEmpty(("catalog", "any.json")),
    ];

    [Theory, MemberData(nameof(Files))]
    public void ToJson_OfTheSameTemplate_EqualsMetasExample(string folder, string file)
    {
        JsonObject example = Read(folder, file);

        byte[] json = Build(example).ToJson();

        Assert.True(JsonNode.DeepEquals(example, JsonNode.Parse(json)), $"Meta's:\n{example}\nBuilt:\n{JsonNode.Parse(json)}");
    }

    internal static JsonObject Read(string folder, string file)
    {
        JsonObject example = JsonNode.Parse(SharedMaterial.ReadJson(folder, file).GetRawText())!.AsObject();
        Array.ForEach(Normalisation, rule => rule(example));
        return example;
    }

    internal static TemplateDefinition Build(JsonObject json)
    {
        (string? name, string? language, bool isUtility) =
            ((string?)json["name"], (string?)json["language"], Is(json["category"], "utility"));
        return ButtonTypes(json) switch
        {
            _ when Component(json, "carousel") is JsonObject carousel => Carousel(json, carousel, name, language),
            _ when Component(json, "limited_time_offer") is JsonObject offer => Offer(json, offer, name, language),
            _ when Is(json["sub_category"], "order_status") => Foot(json, Body(json, Template.OrderStatus(name, language))).Build(),
            ["catalog"] => Foot(json, Body(json, Template.Catalog(name, language))).ButtonText(Label(json)).Build(),
            ["spm"] => Foot(json, Body(json, Template.Product(name, language))).ButtonText(Label(json)).Build(),
            ["mpm"] => Head(json, Foot(json, Body(json, Template.ProductList(name, language)))).ButtonText(Label(json)).Build(),
            ["order_details"] => Head(json, Foot(json, Body(json, Template.OrderDetails(name, language)))).ButtonText(Label(json)).Build(),
            ["order_details", "quick_reply"] => Foot(json, Body(json, Template.Checkout(name, language)))
                .ImageHeader(Handle(json)).ButtonText(Label(json)).QuickReplyButton((string?)Buttons(json)[1]!["text"]).Build(),
            ["otp"] => Authentication(json, Template.Authentication(name, language)),
            var types when types.Contains("copy_code") => Custom(json, Template.Coupon(name, language)),
            _ => Custom(json, isUtility ? Template.Utility(name, language) : Template.Marketing(name, language)),
        };
    }

    private static TemplateDefinition Carousel(JsonObject json, JsonObject carousel, string? name, string? language)
    {
        JsonObject[] cards = [.. carousel["cards"]!.AsArray().Select(card => card!.AsObject())];
        if (Is(Component(cards[0], "header")!["format"], "product"))
        {
            return Body(json, Template.ProductCarousel(name, language)).ViewButton((string?)Buttons(cards[0])[0]!["text"]).Build();
        }

        MediaCarouselTemplateBuilder builder = Body(json, Template.MediaCarousel(name, language));
        foreach (JsonObject card in cards)
        {
            builder.Card(into =>
            {
                into.Image(Handle(card));
                foreach (JsonNode? button in Buttons(card))
                {
                    _ = (string)button!["type"]! == "url"
                        ? into.UrlButton((string?)button["text"], (string?)button["url"], (string?)button["example"]?[0])
                        : into.QuickReplyButton((string?)button["text"]);
                }
            });
        }

        return builder.Build();
    }

    private static TemplateDefinition Offer(JsonObject json, JsonObject offer, string? name, string? language)
    {
        JsonNode details = offer["limited_time_offer"]!;
        JsonNode url = Buttons(json)[1]!;
        return Body(json, Template.LimitedTimeOffer(name, language, (string?)details["text"], (bool)details["has_expiration"]!))
            .ImageHeader(Handle(json))
            .CopyCodeButton((string?)Buttons(json)[0]!["example"])
            .UrlButton((string?)url["text"], (string?)url["url"], (string?)url["example"]![0])
            .Build();
    }

    private static TemplateDefinition Authentication(JsonObject json, AuthenticationTemplateBuilder builder)
    {
        JsonNode button = Buttons(json)[0]!;
        builder.SecurityRecommendation().CodeExpiration((int)Component(json, "footer")!["code_expiration_minutes"]!);
        if ((int?)json["message_send_ttl_seconds"] is int seconds)
        {
            builder.TimeToLive(TimeSpan.FromSeconds(seconds));
        }

        _ = (string)button["otp_type"]! switch
        {
            "one_tap" => builder.OneTapButton((string?)button["text"], (string?)button["autofill_text"]),
            "zero_tap" => builder.ZeroTapButton(termsAccepted: true, (string?)button["text"], (string?)button["autofill_text"]),
            _ => builder.CopyCodeButton((string?)button["text"]),
        };
        foreach (JsonNode? app in button["supported_apps"]?.AsArray() ?? [])
        {
            builder.App((string)app!["package_name"]!, (string)app["signature_hash"]!);
        }

        return builder.Build();
    }

    private static TemplateDefinition Custom(JsonObject json, CustomTemplateBuilder builder)
    {
        Head(json, Foot(json, Body(json, builder)));
        _ = (string?)Component(json, "header")?["format"] switch
        {
            "image" => builder.ImageHeader(Handle(json)),
            "document" => builder.DocumentHeader(Handle(json)),
            "location" => builder.LocationHeader(),
            _ => builder,
        };
        foreach (JsonNode? button in Buttons(json))
        {
            Button(builder, button!, (string?)button!["text"]);
        }

        return Component(json, "call_permission_request") is null ? builder.Build() : builder.CallPermissionRequest().Build();
    }

    private static CustomTemplateBuilder Button(
        CustomTemplateBuilder builder, JsonNode button, string? text) => ((string)button["type"]!).ToLowerInvariant() switch
    {
        "quick_reply" => builder.QuickReplyButton(text),
        "url" =>
            builder.UrlButton(text, (string?)button["url"], (string?)button["example"]?[0], (bool?)button["payment_link_preview"] ?? false),
        "phone_number" => builder.PhoneButton(text, (string?)button["phone_number"]),
        "copy_code" => builder.CopyCodeButton((string?)button["example"]),
        "voice_call" => builder.VoiceCallButton(text),
        "flow" when button["flow_id"] is JsonNode id => builder.FlowButton(text, (string?)id, (string?)button["navigate_screen"]),
        "flow" when button["flow_name"] is JsonNode name =>
            builder.FlowButtonByName(text, (string?)name, (string?)button["navigate_screen"]),
        "flow" => builder.FlowButtonByJson(text, (string?)button["flow_json"], (string?)button["navigate_screen"]),
        var type => throw new InvalidOperationException($"No case for {type}."),
    };

    private static TBuilder Body<TBuilder>(JsonObject json, TBuilder builder)
        where TBuilder : BodyTemplateBuilder<TBuilder> =>
        builder.Body((string?)Component(json, "body")!["text"], Examples(Component(json, "body")!, "body"));

    private static TBuilder Foot<TBuilder>(JsonObject json, TBuilder builder)
        where TBuilder : FootedTemplateBuilder<TBuilder> => builder.Footer((string?)Component(json, "footer")?["text"]);

    private static TBuilder Head<TBuilder>(JsonObject json, TBuilder builder)
        where TBuilder : HeadedTemplateBuilder<TBuilder> =>
        Component(json, "header") is JsonObject header ? builder.Header((string?)header["text"], Examples(header, "header")) : builder;

    private static TemplateExample[] Examples(JsonObject component, string part)
    {
        JsonNode? example = component["example"];
        return example?[$"{part}_text_named_params"] is JsonArray named
            ? [.. named.Select(pair => new TemplateExample((string?)pair!["param_name"], (string?)pair["example"]))]
            : [.. ((part == "body" ? example?["body_text"]?[0] : example?["header_text"])?.AsArray() ?? []).Select(
                text => (TemplateExample)(string?)text)];
    }

    private static JsonObject? Component(JsonObject json, string type) =>
        json["components"]!.AsArray().Select(component => component!.AsObject()).FirstOrDefault(component => Is(component["type"], type));

    private static JsonArray Buttons(JsonObject json) => Component(json, "buttons")?["buttons"]!.AsArray() ?? [];

    private static string[] ButtonTypes(JsonObject json) =>
        [.. Buttons(json).Select(button => ((string)button!["type"]!).ToLowerInvariant())];

    private static string? Label(JsonObject json) => (string?)Buttons(json)[0]!["text"];

    private static string? Handle(JsonObject json) => (string?)Component(json, "header")!["example"]!["header_handle"]![0];

    private static bool Is(JsonNode? word, string small) => ((string?)word)?.ToLowerInvariant() == small;

    // The kinds whose pages agree with themselves.
    private static bool HasLettersOfItsOwn(JsonObject json) =>
        Component(json, "carousel") is not null || Component(json, "limited_time_offer") is not null || json["sub_category"] is not null
        || ButtonTypes(json).Any(type => type is "catalog" or "spm" or "mpm" or "order_details" or "copy_code");

    private static void ForEachObject(JsonNode? node, Action<JsonObject> change)
    {
        if (node is JsonObject json)
        {
            change(json);
        }

        foreach (JsonNode? child in node switch { JsonObject parts =>
            [.. parts.Select(part => part.Value)], JsonArray items => [.. items], _ => Array.Empty<JsonNode?>() })
        {
            ForEachObject(child, change);
        }
    }

    private static void Replace(JsonObject json, string member, string replacement)
    {
        if ((json[member] as JsonValue)?.TryGetValue(out string? text) == true
            && (text.StartsWith('<') || text.StartsWith("{template", StringComparison.Ordinal)))
        {
            json[member] = replacement;
        }
    }

    private static void VariablesForExamples(JsonObject json)
    {
        if ((json["example"] as JsonObject)?["body_text"] is JsonArray { Count: 1 } lists
            && lists[0] is JsonArray examples
            && ((string?)json["text"])?.StartsWith('<') == true)
        {
            json["text"] = $"{Variables[..(Variables.IndexOf($"{{{{{examples.Count}}}}}", StringComparison.Ordinal) + 5)]}.";
        }
    }

    private static void SmallLetters(JsonObject json)
    {
        foreach (string member in (string[])["type", "format", "category", "parameter_format", "otp_type"])
        {
            if ((json[member] as JsonValue)?.TryGetValue(out string? word) == true)
            {
                json[member] = word.ToLowerInvariant();
            }
        }
    }

    private static void NestExample(JsonObject json)
    {
        if ((json["body_text"] as JsonValue)?.TryGetValue(out string? only) == true)
        {
            json["body_text"] = new JsonArray(new JsonArray(only));
        }
    }

    private static void CompleteHeader(JsonObject json)
    {
        if (Is(json["type"], "header") && json["format"] is null)
        {
            json["format"] = "text";
            json["example"] = new JsonObject { ["header_text"] = new JsonArray((string?)json["example"]!["body_text"]![0]![0]) };
        }
    }

    private static void TwoCards(JsonObject json)
    {
        if (json["cards"] is not JsonArray { Count: 1 } cards)
        {
            return;
        }

        JsonArray buttons = Buttons(cards[0]!.AsObject());
        while (buttons.Count > TemplateLimits.CardButtons)
        {
            buttons.RemoveAt(TemplateLimits.CardButtons);
        }

        cards.Add(cards[0]!.DeepClone());
    }

    private static void OneFlow(JsonObject json)
    {
        if (json["flow_id"] is not null)
        {
            json.Remove("flow_name");
            json.Remove("flow_json");
        }
    }

    private static void AppIntoList(JsonObject json)
    {
        if (Is(json["type"], "otp") && json["package_name"] is not null)
        {
            json["supported_apps"] = new JsonArray(new JsonObject
            {
                ["package_name"] = (string?)json["package_name"],
                ["signature_hash"] = (string?)json["signature_hash"]
            });
            json.Remove("package_name");
            json.Remove("signature_hash");
        }
    }
}
