using System.Globalization;
using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Meta's own examples: each value is compared with what a plain reading of the JSON gives, which knows nothing of the parser.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Webhooks() => [.. SharedMaterial.JsonFiles("webhooks")];

    public static TheoryData<string> Fragments() => [.. SharedMaterial.JsonFiles("webhook-fragments")];

    [Fact]
    public void Examples_OfTheCollection_AreThere()
    {
        SharedMaterial.Require("corpus", "webhooks");
        Assert.True(Webhooks().Count > 100);
        Assert.True(Fragments().Count > 20);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Webhooks))]
    public void Parse_Example_HasEveryValueThatAPlainReadingFinds(string file)
    {
        WebhookNotification notification = WebhookParser.Parse(File.ReadAllBytes(SharedMaterial.Require("corpus", "webhooks", file)));

        Assert.Equal(
            PlainReading.Describe(SharedMaterial.ReadJson("webhooks", file)),
            notification.Events.Where(e => e.Field == "messages").Select(EventDescription.Describe));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Webhooks))]
    public void Parse_Example_LosesNoValue(string file)
    {
        WebhookNotification notification = WebhookParser.Parse(File.ReadAllBytes(SharedMaterial.Require("corpus", "webhooks", file)));
        JsonElement entry = SharedMaterial.ReadJson("webhooks", file).GetProperty("entry")[0];
        JsonElement change = entry.GetProperty("changes")[0];

        // What is no member of a typed event stands in the bytes of its item, or with the change.
        foreach (WebhookEvent e in notification.Events.Where(e => e is UnknownEvent { MessageId.HasValue: false }))
        {
            using JsonDocument raw = JsonDocument.Parse(e.RawJson);
            Assert.True(JsonElement.DeepEquals(change, raw.RootElement));
            Assert.Equal(
                change.GetProperty("value").EnumerateObject().Select(member => member.Name)
                    .Where(name => name is not ("messaging_product" or "metadata")).Order(StringComparer.Ordinal),
                e.AdditionalProperties.Select(member => member.Key).Order(StringComparer.Ordinal));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Fragments))]
    public void Parse_FragmentInItsPlace_GivesAnEventThatIsNotMalformed(string file)
    {
        string fragment = File.ReadAllText(SharedMaterial.Require("corpus", "webhook-fragments", file));
        string body = file.Split("fragment-")[1].Split("--")[0] switch
        {
            "status" => Bodies.Statuses(fragment),
            "message" => Bodies.Messages(fragment),
            "value" => Bodies.Envelope(Bodies.Change(fragment)),
            "change" => Bodies.Envelope(fragment),
            _ => fragment,
        };

        Assert.All(Bodies.Parse(body).Events, e => Assert.IsNotType<MalformedEvent>(e));
        Assert.NotEmpty(Bodies.Parse(fragment).Events);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Webhooks))]
    public void Parse_ExampleUnderAForeignCulture_HasTheSameValues(string file)
    {
        byte[] body = File.ReadAllBytes(SharedMaterial.Require("corpus", "webhooks", file));

        Assert.Equal(
            ForeignCulture.Run(() => WebhookParser.Parse(body)).Events.Select(EventDescription.Describe),
            WebhookParser.Parse(body).Events.Select(EventDescription.Describe));
    }

    /// <summary>The answer by hand: what the JSON of Meta's examples means, for the few irregularities that they have.</summary>
    private static class PlainReading
    {
        public static IEnumerable<string> Describe(JsonElement body) =>
            from entry in body.GetProperty("entry").EnumerateArray()
            from change in entry.GetProperty("changes").EnumerateArray()
            from description in Describe(entry, change)
            select description;

        private static IEnumerable<string> Describe(JsonElement entry, JsonElement change)
        {
            JsonElement value = change.GetProperty("value");
            string field = change.GetProperty("field").GetString()!;
            string where = $"{field} {Get(entry, "id")} {Get(Get(value, "metadata"), "phone_number_id")}";
            if (field == "messages" && Get(value, "messages") is { } messages)
            {
                return messages.EnumerateArray().Select(message => $"{where} {Message(message, Contact(value))}");
            }

            if (field == "messages" && Get(value, "statuses") is { } statuses)
            {
                return statuses.EnumerateArray().Select(status => $"{where} {Status(status, Contact(value))}");
            }

            // What other fields tell is held against the examples value by value, in Coverage.
            return field == "messages" ? [$"{where} unknown errors {Time(Get(entry, "time"))}"] : [];
        }

        private static string Message(JsonElement message, JsonElement? contact)
        {
            JsonElement? context = Get(message, "context");
            JsonElement? product = Get(context, "referred_product");
            string common = $"{Get(message, "id")} {Time(Get(message, "timestamp"))} {Get(message, "type")} "
                + Customer(contact, Get(message, "from"), Get(message, "from_user_id"), Get(message, "from_parent_user_id"))
                + $" group {Get(message, "group_id")} replies {Get(context, "id")} of {Get(context, "from")}";
            if (Get(message, "order") is { } order)
            {
                IEnumerable<string> items = order.GetProperty("product_items").EnumerateArray().Select(item =>
                    $"{Get(item, "product_retailer_id")} x {Get(item, "quantity")} at {Get(item, "item_price")} {Get(item, "currency")}");
                return $"order {common} catalog {Get(order, "catalog_id")} text '{Get(order, "text")}' {string.Join(", ", items)}";
            }

            string? text = Get(Get(message, "text"), "body")?.GetString();
            return product is not null ? $"question {common} about {Get(product, "product_retailer_id")} of {Get(product, "catalog_id")} '{text}'"
                : text is not null ? $"text {common} '{text}'"
                : $"unknown {common}";
        }

        private static string Status(JsonElement status, JsonElement? contact)
        {
            bool group = Get(status, "recipient_type")?.GetString() == "group";
            JsonElement? parent = Get(status, "parent_recipient_user_id") ?? Get(status, "parent_user_id");
            JsonElement? pricing = Get(status, "pricing");
            JsonElement? conversation = Get(status, "conversation");
            IEnumerable<string> errors = (Get(status, "errors")?.EnumerateArray() ?? default).Select(error =>
                $"error {Number(Get(error, "code"))} {Get(error, "title")} {Get(error, "message")} {Get(Get(error, "error_data"), "details")} {Get(error, "href")}");
            return $"status {Get(status, "id")} {Get(status, "status")} {Time(Get(status, "timestamp"))} to {Get(status, "recipient_id")} "
                + Customer(contact, group ? null : Get(status, "recipient_id"), Get(status, "recipient_user_id"), parent)
                + $" group {(group ? Get(status, "recipient_id") : null)} conversation {Get(conversation, "id")}"
                + $" until {Time(Get(conversation, "expiration_timestamp"))} from {Get(Get(conversation, "origin"), "type")}"
                + $" pricing {Get(pricing, "billable")} {Get(pricing, "pricing_model")} {Get(pricing, "type")} {Get(pricing, "category")}"
                + $" {string.Join(", ", errors)}";
        }

        private static string Customer(JsonElement? contact, JsonElement? waId, JsonElement? userId, JsonElement? parentUserId)
        {
            // Where the example's placeholders differ, only the names are the contact's.
            bool sameWaId = waId is null || Get(contact, "wa_id") is not { } other || other.GetString() == waId.Value.GetString();
            JsonElement? ids = sameWaId ? contact : null;
            JsonElement? profile = Get(contact, "profile");
            return $"{waId ?? Get(ids, "wa_id")} {userId ?? Get(ids, "user_id")} {parentUserId ?? Get(ids, "parent_user_id")}"
                + $" {Get(profile, "name")} {Get(profile, "username")}";
        }

        private static JsonElement? Contact(JsonElement value) => Get(value, "contacts") is { } contacts ? contacts[0] : null;

        private static JsonElement? Get(JsonElement? parent, string name) =>
            parent is { ValueKind: JsonValueKind.Object } && parent.Value.TryGetProperty(name, out JsonElement member) ? member : null;

        private static string? Time(JsonElement? value) => Number(value) is { Length: > 0 } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)).ToString("O", CultureInfo.InvariantCulture)
            : null;

        private static string? Number(JsonElement? value) =>
            long.TryParse(value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? value.ToString() : null;
    }
}
