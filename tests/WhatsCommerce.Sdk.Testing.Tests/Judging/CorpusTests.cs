using System.Text.Json.Nodes;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Every message that Meta publishes as an example is accepted, or refused for a reason that Meta documents.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Messages
    {
        get
        {
            string[] files = PublishedMessages.Files;
            return files.Length > 0 ? [.. files] : ["(absent)"];
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Post_PublishedExample_IsAccepted(string file)
    {
        JsonObject message = PublishedMessages.Read(file);
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(
            new() { CatalogId = PublishedMessages.ValuesOf(message, "catalog_id").FirstOrDefault() ?? "194836987003835" }, Stage.Token);
        foreach (string product in PublishedMessages.ProductsOf(message))
        {
            cloud.Catalog.Add(product, product, new Money(1m, "USD"));
        }

        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = cloud.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", cloud.Options.AccessToken);
        using StringContent content = new(message.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response =
            await http.PostAsync(
                new Uri($"v25.0/{cloud.Options.PhoneNumberId}/{PublishedMessages.EdgeOf(file)}", UriKind.Relative), content, Stage.Token);
        Answer answer = await Answer.ReadAsync(response);

        if (PublishedMessages.IsRefused(file))
        {
            answer.AssertRefused(131009);
        }
        else
        {
            answer.AssertAccepted();
        }
    }

    [Theory]
    [InlineData("out-direct-send-ttl.json"), InlineData("out-template-payment_request-pix.json")]
    [InlineData("out-template-payment_request-2.json")]
    public async Task Post_OutboundCase_IsAccepted(string file)
    {
        string body = await File.ReadAllTextAsync(SharedMaterial.Require("cases", file), Stage.Token);
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync(body)).AssertAccepted();
    }
}
