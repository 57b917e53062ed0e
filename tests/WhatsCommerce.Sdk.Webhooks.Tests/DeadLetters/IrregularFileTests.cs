using System.Diagnostics;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DeadLetters;

/// <summary>What cannot keep dead letters is refused at once, and says so: what has no end, keeps nothing, or is no file.</summary>
public sealed class IrregularFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("irregular-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder.FullName, "letters.jsonl");

    [Theory]
    [InlineData("/dev/zero", false)]
    [InlineData("/dev/null", false)]
    [InlineData("/dev/zero", true)]
    [InlineData("/dev/null", true)]
    public async Task Append_Device_IsRefused(string device, bool throughALink)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Skipped: the devices are Linux's.");
        if (throughALink)
        {
            File.CreateSymbolicLink(FilePath, device);
        }

        await AssertRefusedAsync(throughALink ? FilePath : device, "not a regular file");
        Assert.False(File.Exists(device + ".lock"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_Pipe_IsRefusedAndNotWaitedFor(bool throughALink)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Skipped: pipes with names are Unix's.");
        string pipe = Path.Combine(_folder.FullName, "pipe");
        using (Process process = Process.Start("mkfifo", [pipe]))
        {
            await process.WaitForExitAsync(Cancellation);
        }

        if (throughALink)
        {
            File.CreateSymbolicLink(FilePath, pipe);
        }

        await AssertRefusedAsync(throughALink ? FilePath : pipe, "not a regular file");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_Directory_IsRefused(bool throughALink)
    {
        Assert.SkipWhen(throughALink && OperatingSystem.IsWindows(), "Skipped: links need a right on Windows.");
        string directory = Path.Combine(_folder.FullName, "directory");
        Directory.CreateDirectory(directory);
        if (throughALink)
        {
            File.CreateSymbolicLink(FilePath, directory);
        }

        await AssertRefusedAsync(throughALink ? FilePath : directory, "It is a directory");
    }

    [Fact]
    public async Task Append_HugeFileWithoutALine_IsRefusedWithoutReadingItAll()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Skipped: elsewhere a file of zeros may take its room on the disk.");
        await using (FileStream file = File.Create(FilePath))
        {
            file.SetLength(1L << 42);
        }

        await AssertRefusedAsync(FilePath, "bytes without a line feed, from byte 0 on");
        Assert.Equal(1L << 42, new FileInfo(FilePath).Length);
    }

    [Fact]
    public async Task Append_DirectoryInThePlaceOfTheDraft_KeepsLetters()
    {
        Directory.CreateDirectory(FilePath + ".new");
        using FileDeadLetterStore store = new(FilePath);

        await store.AppendAsync(Letters.Letter("a"), Cancellation);

        Assert.Equal(1, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Open_VeryManyUnreadableLines_LogsSomeAndHowManyThereAre()
    {
        await File.WriteAllLinesAsync(FilePath, Enumerable.Repeat("no letter", 5_000), Cancellation);
        RecordedLogs logs = new();
        using FileDeadLetterStore store = new(FilePath, logs.CreateLogger("WhatsCommerce.Webhooks"));

        await store.AppendAsync(Letters.Letter("a"), Cancellation);

        Assert.Equal(5_000, store.UnreadableLines);
        Assert.Equal(20, logs.Entries.Count(entry => entry.Id == 144));
        Assert.Contains("5000", Assert.Single(logs.Entries, entry => entry.Id == 149).Text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task AssertRefusedAsync(string path, string problem)
    {
        using FileDeadLetterStore store = new(path);
        IOException exception = await Assert.ThrowsAsync<IOException>(
            () => Task.Run(async () => await store.AppendAsync(Letters.Letter("a"), Cancellation), Cancellation)
                .WaitAsync(TimeSpan.FromSeconds(60), Cancellation));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Contains("DeadLetters:Path", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(async () => await store.CountAsync(Cancellation));
    }
}
