using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Emulator.Tests;

/// <summary>What the command has acknowledged is in its state, at whatever moment it is killed (<c>kill -9</c>).</summary>
public sealed class KillTests : IDisposable
{
    private const int Writers = 4;

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "state");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Repetitions.Of(few: 2, all: 6))];

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Theory, MemberData(nameof(Seeds))]
    public async Task Kill_AtASeededMoment_LosesNothingAcknowledged(int seed)
    {
        Random random = new(seed);
        int killAfter = random.Next(5, 120);
        ConcurrentQueue<(string Kind, string Id)> acknowledged = new();
        using (CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Token))
        {
            await using EmulatorProcess first = Start();
            using HttpClient http = await ClientAsync(first);
            int count = 0;
            TaskCompletionSource due = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Task[] writers = [.. Enumerable.Range(0, Writers).Select(writer => WriteAsync(http, writer, seed, answer =>
            {
                acknowledged.Enqueue(answer);
                if (Interlocked.Increment(ref count) == killAfter)
                {
                    due.TrySetResult();
                }
            }, enough.Token))];
            await due.Task.WaitAsync(Token);
            await first.KillAsync();
            await enough.CancelAsync();
            await Task.WhenAll(writers);
        }

        await using EmulatorProcess again = Start();
        using HttpClient client = await ClientAsync(again);
        HashSet<string> kept = await KeptAsync(client);

        Assert.True(acknowledged.Count >= killAfter);
        Assert.All(acknowledged, answer => Assert.Contains($"{answer.Kind} {answer.Id}", kept));
    }

    private EmulatorProcess Start() => EmulatorProcess.Start("--port", "0", "--state", _folder, "--no-limits");

    // Messages of the business, items of the catalog, templates, and what customers write on the page.
    private static async Task WriteAsync(
        HttpClient http, int writer, int seed, Action<(string Kind, string Id)> acknowledge, CancellationToken enough)
    {
        Random random = new((seed * 100) + writer);
        try
        {
            for (int i = 0; ; i++)
            {
                string id = $"w{writer}-{i}";
                (string kind, string path, string body) = random.Next(4) switch
                {
                    0 => ("item", "v25.0/194836987003835/products", Item(id)),
                    1 => ("template", "v25.0/102290129340398/message_templates", Template($"w{writer}_{i}")),
                    2 => ("said", $"emulator/customers/US.1{writer}/messages", $$"""{"type":"text","text":"{{id}}"}"""),
                    _ => ("message", "v25.0/106540352242922/messages", Message(writer, id)),
                };
                using StringContent content = new(body, Encoding.UTF8, "application/json");
                using HttpResponseMessage response = await http.PostAsync(new Uri(path, UriKind.Relative), content, enough);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    acknowledge((kind, kind == "template" ? $"w{writer}_{i}" : id));
                }
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed: what was under way is not acknowledged.
        }
    }

    private static string Item(string id) => $$"""{"retailer_id":"{{id}}","name":"Item","price":100,"currency":"USD"}""";

    private static string Template(string name) => $$"""
        {"name":"{{name}}","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello!"}]}
        """;

    private static string Message(int writer, string text) => $$"""
        {"messaging_product":"whatsapp","to":"+165055512{{writer:D2}}","type":"text","text":{"body":"{{text}}"} }
        """;

    private static async Task<HttpClient> ClientAsync(EmulatorProcess emulator)
    {
        HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = await emulator.BaseAddressAsync() };
        await emulator.LineAsync("Ctrl+C ends it.");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-cloud-api-token");
        for (int writer = 0; writer < Writers; writer++)
        {
            using StringContent customer = new($$"""{"name":"Customer","userId":"US.1{{writer}}"}""", Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await http.PostAsync(new Uri("emulator/customers", UriKind.Relative), customer, Token);
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
        }

        return http;
    }

    private static async Task<HashSet<string>> KeptAsync(HttpClient http)
    {
        HashSet<string> kept = new(StringComparer.Ordinal);
        JsonElement products = await GetAsync(http, "v25.0/194836987003835/products?limit=1000&fields=retailer_id");
        kept.UnionWith(products.GetProperty("data").EnumerateArray().Select(item => "item " + item.GetProperty("retailer_id").GetString()));
        JsonElement templates = await GetAsync(http, "v25.0/102290129340398/message_templates?limit=1000&fields=name");
        kept.UnionWith(templates.GetProperty("data").EnumerateArray().Select(item => "template " + item.GetProperty("name").GetString()));
        foreach (JsonElement customer in (await GetAsync(http, "emulator/customers")).EnumerateArray())
        {
            string id = Uri.EscapeDataString(customer.GetProperty("id").GetString()!);
            foreach (JsonElement entry in (await GetAsync(http, $"emulator/customers/{id}/chat?since=0")).GetProperty("entries")
                .EnumerateArray())
            {
                string kind = entry.GetProperty("author").GetString() == "customer" ? "said" : "message";
                kept.Add($"{kind} {entry.GetProperty("text").GetString()}");
            }
        }

        return kept;
    }

    private static async Task<JsonElement> GetAsync(HttpClient http, string path) =>
        JsonElement.Parse(await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), Token));
}
