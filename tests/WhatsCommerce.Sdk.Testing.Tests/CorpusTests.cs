using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Every message that Meta publishes as an example is accepted. What is put in place of its placeholders stands here and nowhere else.</summary>
public sealed class CorpusTests
{
    // Refused with a reason: a carousel has at least two cards, and this example shows the form of one.
    private static readonly string[] Refused = ["102-"];

    public static TheoryData<string> Messages
    {
        get
        {
            string[] files = [.. SharedMaterial.JsonFiles("messages")];
            return files.Length > 0 ? [.. files] : ["(absent)"];
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Post_PublishedExample_IsAccepted(string file)
    {
        JsonObject message = JsonNode.Parse(SharedMaterial.ReadJson("messages", file).GetRawText())!.AsObject();
        Normalize(message);
        string[] products = [.. ValuesOf(message, "product_retailer_id").Concat(ValuesOf(message, "thumbnail_product_retailer_id")).Distinct()];
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(
            new() { CatalogId = ValuesOf(message, "catalog_id").FirstOrDefault() ?? "194836987003835" }, Stage.Token);
        foreach (string product in products)
        {
            cloud.Catalog.Add(product, product, new Money(1m, "USD"));
        }

        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = cloud.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", cloud.Options.AccessToken);
        using StringContent content = new(message.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response =
            await http.PostAsync(new Uri($"v25.0/{cloud.Options.PhoneNumberId}/messages", UriKind.Relative), content, Stage.Token);
        Answer answer = await Answer.ReadAsync(response);

        if (Refused.Any(number => file.StartsWith(number, StringComparison.Ordinal)))
        {
            answer.AssertRefused(131009);
        }
        else
        {
            answer.AssertAccepted();
        }
    }

    private static void Normalize(JsonObject message)
    {
        // Pages on payments leave it out, and the endpoint does not do without it.
        message.TryAdd("messaging_product", "whatsapp");
        if ((string?)message["recipient_type"] != "group" && (string?)message["to"] is { } to && !to.All(c => char.IsAsciiDigit(c) || c == '+'))
        {
            message["to"] = "+16505551234";
        }

        if (message["interactive"]?["header"]?["type"] is JsonValue type && (string?)type == "<HEADER_TYPE>")
        {
            message["interactive"]!["header"]!["type"] = "text";
        }
    }

    private static IEnumerable<string> ValuesOf(JsonNode? node, string name) => node switch
    {
        JsonObject json => json.SelectMany(member => member.Key == name && member.Value?.GetValueKind() is JsonValueKind.String
            ? [member.Value.GetValue<string>()]
            : ValuesOf(member.Value, name)),
        JsonArray array => array.SelectMany(item => ValuesOf(item, name)),
        _ => [],
    };
}
