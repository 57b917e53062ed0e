using Microsoft.Playwright;
using WhatsCommerce.Emulator.Browser.Tests;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Browser.Tests;

/// <summary>
/// A test with a shop of its own and windows of the browser. It fails when anything on a page has failed meanwhile, whatever it looked at.
/// </summary>
public abstract class StorefrontPageTest(Chromium chromium) : IAsyncLifetime
{
    /// <summary>In milliseconds, what ends a test that hangs.</summary>
    protected const int Longest = 15 * 60 * 1000;

    private readonly List<string> _problems = [];
    private readonly List<IBrowserContext> _windows = [];
    private readonly List<BrowserShop> _shops = [];

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (IBrowserContext window in _windows)
        {
            await window.CloseAsync();
        }

        foreach (BrowserShop shop in _shops)
        {
            await shop.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Assert.True(_problems.Count == 0, $"The pages had failures:\n{string.Join('\n', _problems)}");
    }

    private protected async Task<BrowserShop> OpenShopAsync(Action<StorefrontOptions>? configure = null, string? productName = null)
    {
        BrowserShop shop = await BrowserShop.OpenAsync(configure, productName);
        _shops.Add(shop);
        return shop;
    }

    /// <summary>A window whose failures are this test's.</summary>
    protected async Task<IBrowserContext> OpenWindowAsync(int width = 1440, ColorScheme colors = ColorScheme.Light)
    {
        IBrowserContext window = await chromium.OpenAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
            DeviceScaleFactor = 1,
            Locale = "en-US",
            TimezoneId = "UTC",
        });
        _windows.Add(window);
        window.Console += (_, message) =>
        {
            // A page that is not known is answered 404, which the browser tells as an error.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
            {
                _problems.Add($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        window.WebError += (_, error) => _problems.Add($"exception: {error.Error}");
        return window;
    }
}
