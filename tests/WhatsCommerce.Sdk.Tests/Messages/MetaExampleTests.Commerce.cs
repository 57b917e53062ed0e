using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <content>Examples of product carousels, orders and templates.</content>
public partial class MetaExampleTests
{
    private static readonly StoppedClock BeforeTheOrdersExpire = new(new DateTimeOffset(2024, 9, 1, 0, 0, 0, TimeSpan.Zero));

    public static TheoryData<string, string> CommerceFiles
    {
        get
        {
            TheoryData<string, string> rows = [];
            foreach (string folder in (string[])["messages", "message-fragments"])
            {
                foreach (string file in SharedMaterial.JsonFiles(folder)
                    .Where(file => IsCommerce(SharedMaterial.ReadJson(folder, file)))
                    .DefaultIfEmpty("any.json"))
                {
                    rows.Add(folder, file);
                }
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(CommerceFiles))]
    public void ToJson_OfTheSameOrderOrTemplate_EqualsMetasExample(string folder, string file)
    {
        JsonObject example = JsonNode.Parse(SharedMaterial.ReadJson(folder, file).GetRawText())!.AsObject();
        example["to"] ??= "+16505551234";
        Array.ForEach(Normalisation, rule => rule(example));

        OutboundMessage message = example["template"] is JsonObject template
            ? Template(template, example)
            : InteractiveCommerce(example["interactive"]!.AsObject());
        byte[] json = message.ToJson((string)example["to"]!);

        Assert.True(JsonNode.DeepEquals(example, JsonNode.Parse(json)), $"Meta's:\n{example}\nBuilt:\n{JsonNode.Parse(json)}");
    }

    [Theory, InlineData("001"), InlineData("002")]
    public void PaymentSettings_OfTheSameGateway_EqualMetasFragment(string number)
    {
        string file =
            SharedMaterial.JsonFiles("payments").FirstOrDefault(name => name.StartsWith(number, StringComparison.Ordinal)) ?? "any.json";
        JsonNode fragment = JsonNode.Parse(SharedMaterial.ReadJson("payments", file).GetRawText())!;
        JsonNode example = fragment["interactive"]!["action"]!["parameters"]!["payment_settings"]!;

        OrderDetailsMessage message = Message.OrderDetails("order-42", order => order
            .DigitalGoods().Item("sku", "Bread", new Money(1, "INR")).Payment(Payment(example[0]!))).Body("Pay").Build();

        JsonNode built = JsonNode.Parse(message.ToJson("+16505551234"))!;
        Assert.True(JsonNode.DeepEquals(example, built["interactive"]!["action"]!["parameters"]!["payment_settings"]), built.ToString());
    }

    private static bool IsCommerce(JsonElement json) => json.TryGetProperty("interactive", out JsonElement interactive)
        ? interactive.GetProperty("type").GetString() switch
        {
            "order_details" or "order_status" => true,
            "carousel" => !IsConversation(interactive),
            _ => false,
        }
        : json.TryGetProperty("template", out _);

    private static InteractiveMessage InteractiveCommerce(JsonObject interactive)
    {
        JsonNode action = interactive["action"]!;
        switch ((string)interactive["type"]!)
        {
            case "carousel":
                JsonArray cards = action["cards"]!.AsArray();
                return Message.ProductCarousel((string?)cards[0]!["action"]!["catalog_id"])
                    .Body(TextOf(interactive, "body"))
                    .Products(cards.Select(card => new RetailerId((string?)card!["action"]!["product_retailer_id"])))
                    .Build();
            case "order_details":
                JsonNode order = action["parameters"]!;
                return Message.OrderDetails((string?)order["reference_id"], builder => Order(builder, order))
                    .Header(Header(interactive)).Body(TextOf(interactive, "body")).Footer(TextOf(interactive, "footer"))
                    .Build(BeforeTheOrdersExpire);
            default:
                JsonNode status = action["parameters"]!;
                return Message.OrderStatus((string?)status["reference_id"], new OrderStatus((string?)status["order"]!["status"]))
                    .Description((string?)status["order"]!["description"])
                    .Body(TextOf(interactive, "body"))
                    .Build();
        }
    }

    private static void Order(OrderDetailsBuilder builder, JsonNode json)
    {
        string currency = (string)json["currency"]!;
        JsonNode order = json["order"]!;
        _ = (string?)json["type"] == "physical-goods" ? builder.PhysicalGoods() : builder.DigitalGoods();
        builder.UpiConfiguration((string?)json["payment_configuration"]).Total(Amount(json["total_amount"]!));
        foreach (JsonNode? setting in json["payment_settings"]?.AsArray() ?? [])
        {
            builder.Payment(Payment(setting!));
        }

        if (json["shipping_info"] is JsonNode shipTo)
        {
            builder.ShipTo([.. shipTo["addresses"]!.AsArray().Select(address => AddressValues(address!))]);
        }

        if (order["catalog_id"] is JsonNode catalog)
        {
            builder.Catalog((string?)catalog);
        }

        if (order["expiration"] is JsonNode expiration)
        {
            builder.Expires(
                DateTimeOffset.FromUnixTimeSeconds(long.Parse((string)expiration["timestamp"]!, CultureInfo.InvariantCulture)),
                (string?)expiration["description"]);
        }

        builder.Items(order["items"]!.AsArray().Select(item => Item(item!)));
        builder.Tax(Amount(order["tax"]!), (string?)order["tax"]!["description"]);
        if (order["shipping"] is JsonNode shipping)
        {
            builder.Shipping(Amount(shipping), (string?)shipping["description"]);
        }

        if (order["discount"] is JsonNode discount)
        {
            builder.Discount(Amount(discount), (string?)discount["description"], (string?)discount["discount_program_name"]);
        }

        Money Amount(JsonNode amount) => new((decimal)(long)amount["value"]! / (long)amount["offset"]!, currency);

        OrderDetailsItem Item(
            JsonNode item) => new((string?)item["retailer_id"], (string?)item["name"], Amount(item["amount"]!), (int)item["quantity"]!)
        {
            SalePrice = item["sale_amount"] is JsonNode sale ? Amount(sale) : null,
            CountryOfOrigin = (string?)item["country_of_origin"],
            Importer = item["importer_address"] is not JsonNode address ? null : new Importer
            {
                Name = (string)item["importer_name"]!,
                AddressLine1 = (string)address["address_line1"]!,
                AddressLine2 = (string?)address["address_line2"],
                City = (string?)address["city"],
                ZoneCode = (string?)address["zone_code"],
                PostalCode = (string?)address["postal_code"],
                CountryCode = (string)address["country_code"]!,
            },
        };
    }

    private static PaymentSetting Payment(JsonNode setting)
    {
        string type = (string)setting["type"]!;
        JsonNode content = setting[type]!;
        return type switch
        {
            "payment_link" => PaymentSetting.Link((string?)content["uri"]),
            "pix_dynamic_code" => PaymentSetting.PixDynamicCode(
                (string?)content["code"],
                (string?)content["merchant_name"],
                (string?)content["key"],
                Enum.Parse<PixKeyType>((string)content["key_type"]!, ignoreCase: true)),
            "boleto" => PaymentSetting.Boleto((string?)content["digitable_line"]),
            "offsite_card_pay" => PaymentSetting.OffsiteCard((string?)content["last_four_digits"], (string?)content["credential_id"]),
            "upi_intent_link" => PaymentSetting.UpiIntentLink((string?)content["link"]),
            "razorpay" => PaymentSetting.RazorpayAccount((string?)content["encrypted_payment_gateway_data"]),
            "payu" => PaymentSetting.PayUAccount((string?)content["encrypted_payment_gateway_data"]),
            _ => Gateway(
                (string)content["type"]!, (string?)content["configuration_name"], content[(string)content["type"]!]?.AsObject() ?? []),
        };
    }

    private static PaymentGatewaySetting Gateway(string type, string? configuration, JsonObject fields) => type switch
    {
        "razorpay" => PaymentSetting.Razorpay(
            configuration,
            (string?)fields["receipt"],
            fields["notes"]?.AsObject().Select(note => KeyValuePair.Create(note.Key, (string)note.Value!))),
        "payu" => PaymentSetting.PayU(configuration, [.. fields.Select(field => (string?)field.Value)]),
        "billdesk" => PaymentSetting.BillDesk(configuration, [.. fields.Select(field => (string?)field.Value)]),
        "zaakpay" => PaymentSetting.Zaakpay(configuration, [.. fields.Select(field => (string?)field.Value)]),
        _ => throw new InvalidOperationException($"No case for {type}."),
    };

    // Computed here on their own, in integers as Meta prints them.
    private static void AddUp(JsonObject json)
    {
        if (json["order"] is not JsonObject order || json["total_amount"] is not JsonObject total)
        {
            return;
        }

        long subtotal =
            order["items"]!.AsArray().Sum(item => (long)(item!["sale_amount"] ?? item["amount"]!)["value"]! * (long)item["quantity"]!);
        order["subtotal"]!["value"] = subtotal;
        total["value"] = subtotal + Value("tax") + Value("shipping") - Value("discount");

        long Value(string charge) => (long?)order[charge]?["value"] ?? 0;
    }

    private static void SecondCard(JsonObject json)
    {
        if (json["cards"] is JsonArray { Count: 1 } cards)
        {
            JsonNode second = cards[0]!.DeepClone();
            second["card_index"] = 1;
            cards.Add(second);
        }
    }

    private static void Button(JsonObject json)
    {
        if ((string?)json["sub_type"] is not string subType)
        {
            return;
        }

        json["sub_type"] = subType == "CATALOG" ? subType : subType.ToLowerInvariant();
        json["index"] = json["index"]?.ToString() ?? "0";
        if (subType == "quick_reply" && json["parameters"]![0]!["text"] is JsonNode text)
        {
            json["parameters"]![0] = new JsonObject { ["type"] = "payload", ["payload"] = text.ToString() };
        }
    }

    private static void ReplaceTemplateName(JsonNode? template)
    {
        if (template is not null && !((string)template["name"]!).All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            template["name"] = "template_name";
        }
    }

    private static void ReplaceHeaderFormat(JsonObject header)
    {
        const string Placeholder = "<MESSAGE_HEADER_FORMAT>";
        if (header[Placeholder] is JsonNode media)
        {
            header.Remove(Placeholder);
            header["type"] = "image";
            header["image"] = media;
        }
    }

    private static void ForEachObject(JsonNode? node, Action<JsonObject> change)
    {
        if (node is JsonObject json)
        {
            change(json);
            foreach ((_, JsonNode? child) in json.ToList())
            {
                ForEachObject(child, change);
            }
        }
        else if (node is JsonArray array)
        {
            foreach (JsonNode? child in array.ToList())
            {
                ForEachObject(child, change);
            }
        }
    }
}
