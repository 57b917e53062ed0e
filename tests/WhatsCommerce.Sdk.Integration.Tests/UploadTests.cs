using System.Security.Cryptography;
using WhatsCommerce.Testing;
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
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        byte[] file = RandomNumberGenerator.GetBytes(1_000_000);
        UploadSessionId session = await shop.Client.Uploads.StartAsync(file.Length, "application/pdf", "menu.pdf", Token);

        await Assert.ThrowsAsync<IOException>(
            () => shop.Client.Uploads.ResumeAsync(session, new BreakingStream(file, at: 600_000), cancellationToken: Token));
        long arrived = await WaitForArrivalAsync(shop, session);
        string handle = await shop.Client.Uploads.ResumeAsync(session, new MemoryStream(file), cancellationToken: Token);

        Assert.InRange(arrived, 1, 600_000);
        Assert.StartsWith("4::", handle, StringComparison.Ordinal);
        Assert.Equal(file.Length, await shop.Client.Uploads.GetOffsetAsync(session, Token));
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

    // The server learns that the connection is gone a moment after the client does.
    private static async Task<long> WaitForArrivalAsync(ClientAndCloud shop, UploadSessionId session)
    {
        while (true)
        {
            if (await shop.Client.Uploads.GetOffsetAsync(session, Token) is long arrived and > 0)
            {
                return arrived;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }

    private sealed class BreakingStream(byte[] content, int at) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Position >= at
            ? throw new IOException("The disk is gone.")
            : base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, at - Position)], cancellationToken);
    }
}
