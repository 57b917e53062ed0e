using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Emulator.Tests;

/// <summary>The command as a user starts and ends it.</summary>
public sealed class ProcessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData("TERM"), InlineData("INT")]
    public async Task Run_UntilASignal_AnswersAndEndsWell(string signal)
    {
        await using EmulatorProcess emulator = EmulatorProcess.Start("--port", "0", "--token", "my-token", "--phone-number-id", "123");
        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = await emulator.BaseAddressAsync() };
        await emulator.LineAsync("Ctrl+C ends it.");

        using HttpResponseMessage refused = await http.GetAsync(new Uri("v25.0/123", UriKind.Relative), Token);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "my-token");
        using HttpResponseMessage answered = await http.GetAsync(new Uri("v25.0/123", UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, answered.StatusCode));
        Assert.Equal(0, await emulator.EndAsync(signal));
        Assert.EndsWith("Ended.", emulator.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Settings_ArePrintedAsJsonForTheSdk()
    {
        await using EmulatorProcess emulator = EmulatorProcess.Start("--port", "0", "--app-secret", "shh");
        Uri address = await emulator.BaseAddressAsync();
        await emulator.LineAsync("Ctrl+C ends it.");

        string output = emulator.Output;
        JsonElement settings = JsonElement.Parse(output[output.IndexOf(
            "\n{\n", StringComparison.Ordinal)..(output.IndexOf("\n}\n", StringComparison.Ordinal) + 2)]).GetProperty("WhatsCommerce");

        Assert.Equal(address.ToString(), settings.GetProperty("BaseAddress").GetString());
        Assert.Equal("local-cloud-api-token", settings.GetProperty("AccessToken").GetString());
        Assert.Equal("shh", settings.GetProperty("Webhooks").GetProperty("AppSecrets")[0].GetString());
        Assert.Contains($"curl {address}v25.0/106540352242922/messages", output, StringComparison.Ordinal);
        Assert.Contains("whatscommerce-emulator --callback http", output, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnEveryAddress_Warns()
    {
        await using EmulatorProcess emulator = EmulatorProcess.Start("--port", "0", "--host", "0.0.0.0");

        Assert.Equal("127.0.0.1", (await emulator.BaseAddressAsync()).Host);
        await emulator.LineAsync("WARNING: it listens on 0.0.0.0");
    }

    [Fact]
    public async Task Run_WrongOption_EndsWithTwo()
    {
        await using EmulatorProcess emulator = EmulatorProcess.Start("--port", "abc");

        Assert.Equal(2, await emulator.ExitCodeAsync());
        await emulator.LineAsync("--port: 'abc' is not valid");
    }

    [Fact]
    public async Task Run_PortTaken_SaysSoAndWhichMayBeFree()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using EmulatorProcess emulator = EmulatorProcess.Start("--port", $"{port}");

        Assert.Equal(2, await emulator.ExitCodeAsync());
        Assert.Contains($"--port {port}", emulator.Output, StringComparison.Ordinal);
        Assert.Contains("--port 0 for any", emulator.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", emulator.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CatalogWithProblems_TellsThemAll()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "shop.csv");
        await File.WriteAllTextAsync(file, "id,title,price\na,Apples,3.49\n,Bananas,2 USD\n", Token);
        await using EmulatorProcess emulator = EmulatorProcess.Start("--port", "0", "--catalog", file);

        Assert.Equal(2, await emulator.ExitCodeAsync());
        Assert.Contains($"--catalog {file}", emulator.Output, StringComparison.Ordinal);
        Assert.Contains("Row 2 ('a'): The price '3.49'", emulator.Output, StringComparison.Ordinal);
        Assert.Contains("Row 3: A required field is missing: id.", emulator.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CallbackThatStartsLater_IsConnectedThen()
    {
        using ReservedPort port = new();
        string hook = $"{port.Address}hook/";
        await using EmulatorProcess emulator = EmulatorProcess.Start("--port", "0", "--callback", hook);
        await emulator.LineAsync("Not connected yet");

        port.LetListen();
        using HttpListener callback = new() { Prefixes = { hook } };
        callback.Start();
        HttpListenerContext asked = await Patiently.Wait(callback.GetContextAsync());
        byte[] challenge = System.Text.Encoding.UTF8.GetBytes(asked.Request.QueryString["hub.challenge"]!);
        await asked.Response.OutputStream.WriteAsync(challenge, Token);
        asked.Response.Close();

        Assert.Equal("local-cloud-api-verify-token", asked.Request.QueryString["hub.verify_token"]);
        await emulator.LineAsync("Connected.");
    }

    [Fact]
    public async Task Run_FirstCatalogWithProblems_LeavesNoEmptyShopBehind()
    {
        DirectoryInfo place = Directory.CreateTempSubdirectory();
        string file = Path.Combine(place.FullName, "items.json");
        string folder = Path.Combine(place.FullName, "state");
        await File.WriteAllTextAsync(file, """[{"id":"a"}]""", Token);
        await using (EmulatorProcess failed = EmulatorProcess.Start("--port", "0", "--state", folder, "--catalog", file))
        {
            Assert.Equal(2, await failed.ExitCodeAsync());
        }

        await using EmulatorProcess again = EmulatorProcess.Start("--port", "0", "--state", folder);

        Assert.Contains("(17 items)", await again.LineAsync("Catalog id"), StringComparison.Ordinal);
        await again.EndAsync();
        place.Delete(recursive: true);
    }

    [Fact]
    public async Task Run_WithState_KeepsWhatWasChangedAndDoesNotBringTheExampleBack()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "state");
        await using (EmulatorProcess first = EmulatorProcess.Start("--port", "0", "--state", folder))
        {
            using HttpClient http = await ClientAsync(first);
            using HttpRequestMessage request = new(HttpMethod.Post, new Uri("v25.0/194836987003835/items_batch", UriKind.Relative));
            request.Content = new StringContent(
                """{"item_type":"PRODUCT_ITEM","requests":[{"method":"DELETE","data":{"id":"mug-ocean"}}]}""",
                System.Text.Encoding.UTF8,
                "application/json");
            using HttpResponseMessage deleted = await http.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
            Uri all = new("v25.0/194836987003835/products?limit=100", UriKind.Relative);
            await Patiently.Until(async () => !(await http.GetStringAsync(all, Token)).Contains("mug-ocean", StringComparison.Ordinal));

            await using EmulatorProcess second = EmulatorProcess.Start("--port", "0", "--state", folder);
            Assert.Equal(2, await second.ExitCodeAsync());
            await second.LineAsync($"--state {folder}");
            Assert.Equal(0, await first.EndAsync());
        }

        await using EmulatorProcess again = EmulatorProcess.Start("--port", "0", "--state", folder);
        using HttpClient client = await ClientAsync(again);
        string products = await client.GetStringAsync(new Uri("v25.0/194836987003835/products?limit=100", UriKind.Relative), Token);

        Assert.Contains("mug-sage", products, StringComparison.Ordinal);
        Assert.DoesNotContain("mug-ocean", products, StringComparison.Ordinal);
    }

    private static async Task<HttpClient> ClientAsync(EmulatorProcess emulator)
    {
        HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = await emulator.BaseAddressAsync() };
        await emulator.LineAsync("Ctrl+C ends it.");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-cloud-api-token");
        return http;
    }
}
