using System.Security.Cryptography;
using WhatsCommerce.Media;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Files between client and local Cloud API, over a real connection.</summary>
public class MediaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_ADocument_IsToldSentDownloadedAndDeleted()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        byte[] menu = RandomNumberGenerator.GetBytes(3 * 1024 * 1024);

        MediaId id =
            await shop.Client.Media.UploadAsync(new MemoryStream(menu), "application/pdf", "menü \"1\".pdf", cancellationToken: Token);
        MediaFile file = await shop.Client.Media.GetAsync(id, Token);
        byte[] downloaded;
        string? contentType;
        await using (MediaDownload download = await shop.Client.Media.DownloadAsync(file, Token))
        {
            using MemoryStream copy = new();
            await download.Content.CopyToAsync(copy, Token);
            (downloaded, contentType) = (copy.ToArray(), download.ContentType);
        }

        await shop.Client.Media.DeleteAsync(id, Token);

        Assert.Equal((id, "application/pdf", menu.Length), (file.Id, file.MimeType, file.FileSize));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(menu)), file.Sha256);
        Assert.Equal(menu, downloaded);
        Assert.Equal("application/pdf", contentType);
        await Assert.ThrowsAnyAsync<GraphException>(() => shop.Client.Media.GetAsync(id, Token));
        await Assert.ThrowsAnyAsync<GraphException>(() => shop.Client.Media.DownloadAsync(file, Token));
    }

    [Fact]
    public async Task Upload_OfAStreamWithoutALength_Arrives()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        byte[] sound = RandomNumberGenerator.GetBytes(200_000);

        MediaId id =
            await shop.Client.Media.UploadAsync(new Unseekable(sound), "audio/ogg; codecs=opus", "hello.ogg", cancellationToken: Token);

        MediaFile file = await shop.Client.Media.GetAsync(id, Token);
        Assert.Equal(("audio/ogg; codecs=opus", sound.Length), (file.MimeType, file.FileSize));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sound)), file.Sha256);
    }

    private sealed class Unseekable(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
