using System.Text;
using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Emulator.Tests;

/// <summary>The sample shop as somebody starts it who has just cloned the repository.</summary>
public sealed class OrderBotTests
{
    [Fact]
    public async Task Run_WithoutDemo_OpensTheShopWithThePhoneBesideIt()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using EmulatorProcess shop =
            EmulatorProcess.StartOther(Path.Combine(AppContext.BaseDirectory, "Shop", "OrderBot.dll"), "--urls", "http://127.0.0.1:0");
        using HttpClient http =
            new(new SocketsHttpHandler()) { BaseAddress = new((await shop.LineAsync("the phone is at ")).Split(' ')[^1]) };
        await shop.LineAsync("Ctrl+C closes the shop.");

        Assert.Contains("<emulator-app>", await http.GetStringAsync(new Uri("/", UriKind.Relative), token), StringComparison.Ordinal);
        string customers = await http.GetStringAsync(new Uri("/emulator/customers", UriKind.Relative), token);
        string id = Parse(customers)[0].GetProperty("id").GetString()!;
        using StringContent hello = new("""{"type":"text","text":"Hello!"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage said =
            await http.PostAsync(new Uri($"/emulator/customers/{id}/messages", UriKind.Relative), hello, token);
        said.EnsureSuccessStatusCode();

        Uri chat = new($"/emulator/customers/{id}/chat", UriKind.Relative);
        await Patiently.Until(
            async () => (await http.GetStringAsync(chat, token)).Contains("interactive.product_list", StringComparison.Ordinal));

        string products = await http.GetStringAsync(new Uri("/emulator/products?ids=apple-1kg", UriKind.Relative), token);
        string picture = Parse(products).GetProperty("products")[0].GetProperty("image").GetString()!;
        Assert.StartsWith("<svg", await http.GetStringAsync(new Uri(picture), token), StringComparison.Ordinal);
        Assert.Equal(0, await shop.EndAsync());
    }

    private static JsonElement Parse(string json) => JsonElement.Parse(Encoding.UTF8.GetBytes(json));
}
