using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Uploads;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Resumable uploads between client and local Cloud API, over a real connection.</summary>
public class UploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_AHeaderSample_GivesAHandleThatATemplateTakes()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        List<long> told = [];

        string handle = await shop.Client.Uploads.UploadAsync(
            new MemoryStream(RandomNumberGenerator.GetBytes(200_000)), "image/png", "header.png", new Told(told), Token);

        Assert.StartsWith("4::", handle, StringComparison.Ordinal);
        Assert.Equal(200_000, told[^1]);
    }

    [Fact]
    public async Task Upload_CutOffInTheMiddle_IsResumedWhereItEnded()
    {
        const int End = 600_000;
        TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        CloudApiEmulatorOptions options = new() { Middleware = WatchAsync };
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync(cloud: options);
        byte[] file = RandomNumberGenerator.GetBytes(1_000_000);
        UploadSessionId session = await shop.Client.Uploads.StartAsync(file.Length, "application/pdf", "menu.pdf", Token);

        await Assert.ThrowsAsync<IOException>(
            () => shop.Client.Uploads.ResumeAsync(session, new BreakingStream(file, End, began.Task), cancellationToken: Token));
        await Patiently.Wait(ended.Task);
        long arrived = await shop.Client.Uploads.GetOffsetAsync(session, Token);
        string handle = await shop.Client.Uploads.ResumeAsync(session, new MemoryStream(file), cancellationToken: Token);

        // What was on its way when the connection broke may be lost.
        Assert.InRange(arrived, 0, End);
        Assert.StartsWith("4::", handle, StringComparison.Ordinal);
        Assert.Equal(file.Length, await shop.Client.Uploads.GetOffsetAsync(session, Token));

        async Task WatchAsync(HttpContext http, RequestDelegate next)
        {
            bool isUpload = HttpMethods.IsPost(http.Request.Method)
                && http.Request.Path.Value!.Contains("upload:", StringComparison.Ordinal);
            if (!isUpload)
            {
                await next(http);
                return;
            }

            began.TrySetResult();
            try
            {
                await next(http);
            }
            finally
            {
                ended.TrySetResult();
            }
        }
    }

    [Fact]
    public async Task Upload_AnswerThatIsLost_GoesOnByItself()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        bool wasCut = false;
        shop.Cloud.Faults.When(
            request => request is { Method: "POST" } && request.Path.Contains("upload:", StringComparison.Ordinal)
                && !wasCut && (wasCut = true),
            EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting));

        string handle = await shop.Client.Uploads.UploadAsync(
            new MemoryStream(RandomNumberGenerator.GetBytes(1_000)), "image/jpeg", "logo.jpg", cancellationToken: Token);

        Assert.StartsWith("4::", handle, StringComparison.Ordinal);
        Assert.True(wasCut);
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }

    /// <summary>Breaks in the middle, once the server has the request.</summary>
    private sealed class BreakingStream(byte[] content, int at, Task hasBegun) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < at)
            {
                return await base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, at - Position)], cancellationToken);
            }

            await Patiently.Wait(hasBegun);
            throw new IOException("The disk is gone.");
        }
    }
}
