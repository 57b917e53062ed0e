using System.Buffers.Binary;
using Microsoft.Playwright;
using WhatsCommerce.Tests;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>Audio and video play on the phone, with the browser's own controls.</summary>
public sealed class PlayTests(Chromium chromium) : PageTest(chromium)
{
    protected override Task PrepareAsync()
    {
        App.Greets = false;
        return Task.CompletedTask;
    }

    [Fact(Timeout = Longest)]
    public async Task Voice_PlayedByKeyboard_IsMarkedAndToldOnce()
    {
        await SendAsync("audio", await UploadAsync(Silence(), "audio/mpeg"), ""","voice":true""");
        ILocator audio = Bubble("audio").Locator("audio");
        await WaitAsync(audio, "audio => audio.readyState >= 1 && audio.duration > 1.9 && audio.duration < 2.1");

        await audio.FocusAsync();
        await Page.Keyboard.PressAsync("Space");
        await WaitAsync(audio, "audio => audio.played.length > 0 && audio.currentTime > 0");

        await Expect(Bubble("audio").Locator(".ticks")).ToHaveAttributeAsync("aria-label", "Played");
        await WaitAsync(audio, "audio => audio.ended");
        await audio.EvaluateAsync("audio => audio.play()");
        await Cloud.WhenDeliveredAsync(Stop);
        Assert.Equal(1, App.Events.OfType<WhatsCommerce.Webhooks.StatusEvent>().Count(status => status.Status.Value == "played"));
    }

    [Fact(Timeout = Longest)]
    public async Task Audio_ThatStarts_PausesTheOther()
    {
        string media = await UploadAsync(Silence(seconds: 60), "audio/mpeg");
        await SendAsync("audio", media);
        await SendAsync("audio", media);
        ILocator all = Phone.Locator("article[data-kind='audio'] audio");
        await Expect(all).ToHaveCountAsync(2);

        await all.First.EvaluateAsync("audio => audio.play()");
        await all.Last.EvaluateAsync("audio => audio.play()");

        await WaitAsync(all.First, "audio => audio.paused");
        Assert.False(await all.Last.EvaluateAsync<bool>("audio => audio.paused"));
        await Expect(Bubble("audio").Locator(".ticks")).ToHaveAttributeAsync("aria-label", "Played");
        Assert.DoesNotContain(App.Events.OfType<WhatsCommerce.Webhooks.StatusEvent>(), status => status.Status.Value == "played");
    }

    [Fact(Timeout = Longest)]
    public async Task Audio_MovedForward_IsReadInParts()
    {
        await SendAsync("audio", await UploadAsync(Silence(seconds: 60), "audio/mpeg"));
        ILocator audio = Bubble("audio").Locator("audio");
        await WaitAsync(audio, "audio => audio.readyState >= 1");

        await audio.EvaluateAsync("audio => { audio.currentTime = 50; }");

        await WaitAsync(audio, "audio => audio.currentTime >= 50 && !audio.seeking");
    }

    [Fact(Timeout = Longest)]
    public async Task Video_Played_ShowsItsPicturesAndIsMarked()
    {
        string media = await UploadAsync(await FilmAsync(), "video/mp4");
        await SendAsync("video", media, ""","caption":"How the mugs are glazed" """);
        ILocator video = Bubble("video").Locator("video");
        await WaitAsync(video, "video => video.readyState >= 1 && video.videoWidth === 64");

        await video.EvaluateAsync("video => video.play()");

        await WaitAsync(video, "video => video.currentTime > 0");
        await Expect(Bubble("video").Locator(".ticks")).ToHaveAttributeAsync("aria-label", "Played");
        await Expect(Bubble("video")).ToContainTextAsync("How the mugs are glazed");
    }

    /// <summary>What the chat with media and a call looks like, for a person and for the accessibility checker.</summary>
    [Theory(Timeout = Longest), InlineData(390, 844), InlineData(1440, 900)]
    public async Task Page_WithMediaAndACall_HasNoSeriousViolation(int width, int height)
    {
        string sound = await UploadAsync(Silence(), "audio/mpeg");
        await SendAsync("audio", sound, ""","voice":true""");
        await SendAsync("audio", sound);
        string film = await UploadAsync(await FilmAsync(), "video/mp4");
        await SendAsync("video", film, ""","caption":"The glaze" """);
        await SendAsync("""
            {"type":"interactive","interactive":{"type":"call_permission_request","body":{"text":"May we call you about order 17?"},
             "action":{"name":"call_permission_request"}}}
            """);
        await Pablo.AllowCallsAsync(Pablo.Received[^1].Id, cancellationToken: Stop);
        await App.Client.Calls.ConnectAsync(
            PabloNumber, "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n", cancellationToken: Stop);
        IBrowserContext window = await OpenWindowAsync(WindowOf(width, height, ColorScheme.Light));
        await AxeCore.AddToAsync(window);
        IPage page = await OpenPageAsync(window);
        ILocator phone = page.Locator("customer-phone");
        await Expect(phone.Locator(".call-bar")).ToBeVisibleAsync();
        await Expect(phone.Locator("article[data-kind='video'] video")).ToBeVisibleAsync();

        await AxeCore.AssertNothingSeriousAsync(page, "the chat with media and a call");
        await ShootAsync(page, $"{width}-media");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Calls with the business" }).ClickAsync();
        await Expect(phone.Locator("dialog[data-sheet=calls]")).ToBeVisibleAsync();
        await AxeCore.AssertNothingSeriousAsync(page, "the calls");
        await ShootAsync(page, $"{width}-calls");
    }

    private static Task<byte[]> ShootAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(SharedMaterial.Repository, $"artifacts/screenshots/{name}.png"),
        FullPage = true,
    });

    private static async Task WaitAsync(ILocator media, string condition) =>
        await media.Page.WaitForFunctionAsync(
            $"media => ({condition})(media)", await media.ElementHandleAsync(), new() { Timeout = Longest });

    private Task<string> SendAsync(string type, string media, string more = "") =>
        SendAsync($$"""{"type":"{{type}}","{{type}}":{"id":"{{media}}"{{more}} } }""");

    private async Task<string> UploadAsync(byte[] content, string mimeType)
    {
        using MemoryStream stream = new(content);
        return (await App.Client.Media.UploadAsync(stream, mimeType, "sample", cancellationToken: Stop)).Value!;
    }

    /// <summary>
    /// Silence as an MP3 file: frames of 36 ms (MPEG-1 layer III, 32 kbit/s, 32 kHz, one channel) without any sound in them.
    /// </summary>
    private static byte[] Silence(int seconds = 2)
    {
        const int frameLength = 144;
        byte[] mp3 = new byte[seconds * 1000 / 36 * frameLength];
        for (int frame = 0; frame < mp3.Length; frame += frameLength)
        {
            BinaryPrimitives.WriteUInt32BigEndian(mp3.AsSpan(frame), 0xFFFB18C4);
        }

        return mp3;
    }

    /// <summary>A film of a second, which the browser itself records from a canvas.</summary>
    private async Task<byte[]> FilmAsync()
    {
        string base64 = await Page.EvaluateAsync<string>("""
            async () => {
                const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
                const draw = canvas.getContext('2d');
                const mimeType = ['video/mp4;codecs=vp9', 'video/webm;codecs=vp8'].find(type => MediaRecorder.isTypeSupported(type));
                const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType });
                const parts = [];
                recorder.ondataavailable = ({ data }) => parts.push(data);
                const done = new Promise(resolve => { recorder.onstop = resolve; });
                recorder.start();
                for (let i = 0; i < 10; i++) {
                    draw.fillStyle = `hsl(${i * 36} 80% 50%)`;
                    draw.fillRect(0, 0, 64, 48);
                    await new Promise(resolve => setTimeout(resolve, 100));
                }
                recorder.stop();
                await done;
                const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
                return btoa(String.fromCharCode(...bytes));
            }
            """);
        return Convert.FromBase64String(base64);
    }
}
