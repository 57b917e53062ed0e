using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>
/// A test with an emulator of its own, a shop's app behind it, and its page in a window of the browser. A test fails when anything on the
/// page has failed meanwhile, whatever it looked at.
/// </summary>
public abstract class PageTest(Chromium chromium) : IAsyncLifetime
{
    /// <summary>
    /// In milliseconds, what ends a test that hangs. A browser on a busy machine takes many times what it needs on a quiet one.
    /// </summary>
    protected const int Longest = 15 * 60 * 1000;

    protected const string PabloNumber = "+16505551234";

    private readonly List<string> _problems = [];
    private readonly List<IBrowserContext> _windows = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler());

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected CloudApiEmulator Cloud { get; private set; } = null!;

    private protected ShopApp App { get; private set; } = null!;

    protected EmulatedCustomer Pablo { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    protected ILocator Phone => Page.Locator("customer-phone");

    protected ILocator MessageField => Phone.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true });

    /// <summary>How the emulator of the test is set up.</summary>
    protected virtual CloudApiEmulatorOptions Options => new();

    /// <summary>How the window of the test is.</summary>
    protected virtual BrowserNewContextOptions Window => WindowOf(1440, 900, ColorScheme.Light);

    /// <summary>Whether the page is there when the test begins.</summary>
    protected virtual bool OpensPage => true;

    /// <summary>Whether a failure that the browser tells is what the test provokes.</summary>
    protected virtual bool IsExpected(string problem) => false;

    public async ValueTask InitializeAsync()
    {
        IBrowserContext window = await OpenWindowAsync(Window);
        Cloud = await EmulatorPage.StartAsync(Options, Stop);
        Cloud.Number.VerifiedName = "Clay & Co";
        string catalog = Path.Combine(SharedMaterial.Repository, "src/WhatsCommerce.Emulator/Catalog/example-catalog.json");
        Cloud.Catalog.Load(await File.ReadAllTextAsync(catalog, Stop), Cloud.BaseAddress);
        _http.BaseAddress = Cloud.BaseAddress;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Cloud.Options.AccessToken);
        Pablo = Cloud.Customer(PabloNumber, "Pablo Morales");
        App = await ShopApp.StartAsync(Cloud);
        await PrepareAsync();
        if (OpensPage)
        {
            Page = await OpenPageAsync(window);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IBrowserContext window in _windows)
        {
            await window.CloseAsync();
        }

        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
        }

        if (App is not null)
        {
            await App.DisposeAsync();
        }

        _http.Dispose();
        GC.SuppressFinalize(this);
        string[] problems = [.. _problems.Where(problem => !IsExpected(problem))];
        Assert.True(problems.Length == 0, $"The page had failures:\n{string.Join('\n', problems)}");
    }

    protected static BrowserNewContextOptions WindowOf(int width, int height, ColorScheme colors) => new()
    {
        ViewportSize = new() { Width = width, Height = height },
        ColorScheme = colors,
        ReducedMotion = ReducedMotion.Reduce,
        DeviceScaleFactor = 1,
        Locale = "en-US",
        TimezoneId = "UTC",
    };

    /// <summary>What is there before the page is opened.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>A window that reaches nothing but this machine, and whose failures are this test's.</summary>
    protected async Task<IBrowserContext> OpenWindowAsync(BrowserNewContextOptions options)
    {
        IBrowserContext window = await chromium.OpenAsync(options);
        _windows.Add(window);

        // Messages link to pictures and films of others: an empty one takes their place.
        await window.RouteAsync(
            url => !url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal) && url.StartsWith("http", StringComparison.Ordinal),
            route => route.FulfillAsync(new() { Status = 200, ContentType = "image/png", BodyBytes = Pixel }));

        window.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _problems.Add($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        window.WebError += (_, error) => _problems.Add($"exception: {error.Error}");
        return window;
    }

    protected async Task<IPage> OpenPageAsync(IBrowserContext window)
    {
        IPage page = await window.NewPageAsync();
        await page.GotoAsync(Cloud.BaseAddress.ToString());
        await Expect(page.Locator("top-bar .state")).ToContainTextAsync("Live");
        await Expect(page.Locator("customer-phone .phone-header h2")).ToHaveTextAsync(Cloud.Number.VerifiedName);
        return page;
    }

    /// <summary>The newest message of a kind on the phone.</summary>
    protected ILocator Bubble(string kind) => Phone.Locator($"article[data-kind='{kind}']").Last;

    /// <summary>An open sheet of the phone.</summary>
    protected ILocator Sheet(string name) => Phone.Locator($"dialog[data-sheet='{name}']").Last;

    protected static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new()
    {
        Name = name,
        Exact = true
    });

    protected ILocator CustomerRow(string name) => Page.Locator("customer-list button.customer-row").Filter(new() { HasText = name });

    /// <summary>Writes something on the phone.</summary>
    protected async Task WriteAsync(string text)
    {
        await MessageField.FillAsync(text);
        await Button(Phone, "Send").ClickAsync();
    }

    /// <summary>Posts a message to the Cloud API as any client would.</summary>
    /// <param name="message">Its JSON, from <c>type</c> on.</param>
    /// <param name="to">The customer; Pablo unless given.</param>
    /// <returns>The id of the message.</returns>
    protected async Task<string> SendAsync(string message, string to = PabloNumber)
    {
        JsonObject json = JsonNode.Parse(message)!.AsObject();
        json["messaging_product"] = "whatsapp";
        json["to"] = to;
        (int status, JsonNode answer) = await PostAsync("messages", json);
        Assert.True(status == 200, answer.ToJsonString());
        return (string)answer["messages"]![0]!["id"]!;
    }

    /// <summary>Posts to an edge of the business number.</summary>
    protected async Task<(int Status, JsonNode Answer)> PostAsync(string edge, JsonNode body)
    {
        using StringContent content = new(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response =
            await _http.PostAsync(new Uri($"v25.0/{Cloud.Options.PhoneNumberId}/{edge}", UriKind.Relative), content, Stop);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!);
    }

    /// <summary>The smallest picture there is: PNG, one pixel.</summary>
    protected static byte[] Pixel { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
