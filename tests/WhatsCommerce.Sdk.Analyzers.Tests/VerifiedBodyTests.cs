namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0009.</summary>
public sealed class VerifiedBodyTests
{
    [Theory]
    [InlineData("string body = await reader.ReadToEndAsync(); _ = WebhookSignature.Verify({|WC0009:Encoding.UTF8.GetBytes(body)|}, header, "
        + "secret);")]
    [InlineData("byte[] bytes = Encoding.UTF8.GetBytes(await http.Content.ReadAsStringAsync()); _ = "
        + "WebhookSignature.Verify({|WC0009:bytes|}, header, secret);")]
    [InlineData("_ = WebhookSignature.Verify({|WC0009:JsonSerializer.SerializeToUtf8Bytes(json)|}, header, secret);")]
    [InlineData("_ = WebhookSignature.Verify({|WC0009:Encoding.UTF8.GetBytes(json.GetRawText())|}, header, secret);")]
    public Task Body_ThatWasText_IsFound(string statement) => Code.FindAsync<VerifiedBodyAnalyzer>(App(statement));

    [Theory]
    [InlineData("_ = WebhookSignature.Verify(bytes0, header, secret);")]
    [InlineData("_ = WebhookSignature.Verify(Encoding.UTF8.GetBytes(text), header, secret);")]
    [InlineData("byte[] bytes = await http.Content.ReadAsByteArrayAsync(); _ = WebhookSignature.Verify(bytes, header, secret);")]
    [InlineData("_ = Encoding.UTF8.GetBytes(await reader.ReadToEndAsync());")]
    public Task Body_AsReceived_IsNotFound(string statement) => Code.FindAsync<VerifiedBodyAnalyzer>(App(statement));

    [Fact]
    public Task Body_ThatWasText_IsToldWhatToDo() => Code.FindAsync<VerifiedBodyAnalyzer>(
        App("_ = WebhookSignature.Verify({|#0:Encoding.UTF8.GetBytes(await reader.ReadToEndAsync())|}, header, secret);"),
        Code.Message<VerifiedBodyAnalyzer>(
            "WC0009",
            "This body was read as text and encoded again: read the request's bytes, verify them, and parse the same bytes"));

    private static string App(string statement) => $$"""
        using System.IO;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using WhatsCommerce.Webhooks;

        public static class App
        {
            public static async Task RunAsync(
                StreamReader reader, HttpResponseMessage http, JsonElement json, byte[] bytes0, string text, string header, string secret)
            {
                {{statement}}
                await Task.CompletedTask;
            }
        }
        """;
}
