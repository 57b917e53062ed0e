using System.Globalization;
using System.Net;
using Microsoft.Playwright;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>
/// Pages of others, in a real browser: they read nothing and change nothing, under whichever name they call the emulator.
/// </summary>
public sealed class ForeignPageTests(Chromium chromium) : PageTest(chromium)
{
    private readonly Chromium _chromium = chromium;

    // Everything a page can try without being asked first: with the token that everybody knows, in the query, in a form, in plain text.
    private const string Tries = """
        async ([address, number, token]) => {
          const tries = {
            read: [`${address}v25.0/${number}?access_token=${token}`, {}],
            blindRead: [`${address}v25.0/${number}?access_token=${token}`, { mode: 'no-cors' }],
            page: [`${address}emulator/settings`, {}],
            form: [`${address}v25.0/${number}/whatsapp_commerce_settings`, {
              method: 'POST', mode: 'no-cors', body: new URLSearchParams({ is_cart_enabled: 'false', access_token: token }),
            }],
            parts: [`${address}v25.0/${number}/whatsapp_commerce_settings?access_token=${token}&is_cart_enabled=false`, {
              method: 'POST', mode: 'no-cors', body: new FormData(),
            }],
            json: [`${address}v25.0/${number}/whatsapp_commerce_settings`, {
              method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
              body: '{"is_cart_enabled":false}',
            }],
          };
          const got = {};
          for (const [name, [url, init]] of Object.entries(tries)) {
            try {
              const answer = await fetch(url, init);
              got[name] = answer.type === 'opaque' ? 'opaque' : `${answer.status} ${await answer.text()}`;
            } catch (error) {
              got[name] = 'blocked';
            }
          }
          return JSON.stringify(got);
        }
        """;

    protected override bool OpensPage => false;

    // The browser tells each request that it has blocked.
    protected override bool IsExpected(string problem) => problem.StartsWith("error:", StringComparison.Ordinal);

    [Fact]
    public async Task Api_CalledByAPageOfAnotherOrigin_GivesAndChangesNothing()
    {
        using HttpListener other = Listen(out Uri address);

        string got = await TryAsync(address, Cloud.BaseAddress);

        Assert.Equal(
            """{"read":"blocked","blindRead":"opaque","page":"blocked","form":"opaque","parts":"opaque","json":"blocked"}""", got);
        AssertUntouched();
    }

    [Fact]
    public async Task Api_CalledUnderAForeignName_GivesAndChangesNothing()
    {
        // A name of others that leads to this machine: to the browser its page and the emulator are of one origin.
        await using IBrowser browser = await _chromium.LaunchOwnAsync("--host-resolver-rules=MAP rebound.test 127.0.0.1");
        await using IBrowserContext window = await browser.NewContextAsync();
        Uri emulator = new($"http://rebound.test:{Cloud.BaseAddress.Port}/");
        IPage page = await window.NewPageAsync();
        IResponse? root = await page.GotoAsync(emulator.ToString());

        string got = await page.EvaluateAsync<string>(
            Tries, new[] { emulator.ToString(), Cloud.Options.PhoneNumberId!, Cloud.Options.AccessToken! });

        Assert.Equal(403, root!.Status);
        Assert.DoesNotContain("200 ", got, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Number.VerifiedName, got, StringComparison.Ordinal);
        Assert.Contains("for this machine", got, StringComparison.Ordinal);
        AssertUntouched();
    }

    private async Task<string> TryAsync(Uri foreign, Uri emulator)
    {
        IBrowserContext window = await OpenWindowAsync(Window);
        IPage page = await window.NewPageAsync();
        await page.GotoAsync(foreign.ToString());
        return await page.EvaluateAsync<string>(
            Tries, new[] { emulator.ToString(), Cloud.Options.PhoneNumberId!, Cloud.Options.AccessToken! });
    }

    private void AssertUntouched()
    {
        Assert.True(Cloud.Number.IsCartEnabled);
        Assert.DoesNotContain(Cloud.Requests, request => request.IsAccepted);
    }

    private static HttpListener Listen(out Uri address)
    {
        using WhatsCommerce.Tests.ReservedPort port = new();
        port.LetListen();
        address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port.Number}/"));
        HttpListener listener = new() { Prefixes = { address.ToString() } };
        listener.Start();
        _ = ServeAsync(listener);
        return listener;
    }

    private static async Task ServeAsync(HttpListener listener)
    {
        try
        {
            while (true)
            {
                HttpListenerContext asked = await listener.GetContextAsync();
                asked.Response.ContentType = "text/html";
                asked.Response.OutputStream.Write("<!doctype html><title>Another page</title>"u8);
                asked.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
