using System.Diagnostics;
using System.Globalization;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DeadLetters;

/// <summary>The file of dead letters, its lock file or its folder is deleted, moved, replaced or cut while the app runs.</summary>
public sealed class TakenAwayTests : IDisposable
{
    private readonly Letters _letters = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_LockFileDeleted_ASecondStoreIsStillRefusedAndNothingIsOverwritten()
    {
        SkipOnWindows();
        using FileDeadLetterStore first = _letters.Open();
        await first.AppendAsync(Letters.Letter("a"), Cancellation);
        File.Delete(_letters.Path + ".lock");
        using FileDeadLetterStore second = _letters.Open();

        IOException exception =
            await Assert.ThrowsAsync<IOException>(async () => await second.AppendAsync(Letters.Letter("b"), Cancellation));
        await first.AppendAsync(Letters.Letter("c"), Cancellation);

        Assert.Contains("in use by another process", exception.Message, StringComparison.Ordinal);
        first.Dispose();
        Assert.Equal(["a", "c"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Append_LockFileDeletedWhileAnotherProcessWrites_IsRefusedAndEveryAcknowledgedLetterIsThere()
    {
        SkipOnWindows();
        using Process process = StartWriter();
        try
        {
            HashSet<string> kept = [];
            await ReadAcknowledgedAsync(process, kept, 20);
            File.Delete(_letters.Path + ".lock");
            using (FileDeadLetterStore store = _letters.Open())
            {
                await Assert.ThrowsAsync<IOException>(async () => await store.AppendAsync(Letters.Letter("b"), Cancellation));
            }

            await ReadAcknowledgedAsync(process, kept, 20);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);

            List<string> found = await _letters.ReadIdsAsync();
            Assert.DoesNotContain(kept.Except(found), id => int.Parse(id.Split('-')[1], CultureInfo.InvariantCulture) % 3 != 0);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Append_FolderDeletedAndTakenByAnotherStore_FailsUntilThatOneEnds()
    {
        SkipOnWindows();
        using FileDeadLetterStore first = _letters.Open();
        await first.AppendAsync(Letters.Letter("a"), Cancellation);
        Directory.Delete(Path.GetDirectoryName(_letters.Path)!, recursive: true);
        using FileDeadLetterStore second = _letters.Open();
        await second.AppendAsync(Letters.Letter("b"), Cancellation);

        IOException exception =
            await Assert.ThrowsAsync<IOException>(async () => await first.AppendAsync(Letters.Letter("c"), Cancellation));
        await second.AppendAsync(Letters.Letter("d"), Cancellation);
        second.Dispose();
        await first.AppendAsync(Letters.Letter("e"), Cancellation);

        Assert.Contains("in use by another process", exception.Message, StringComparison.Ordinal);
        first.Dispose();
        Assert.Equal(["b", "d", "e"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Append_FolderDeleted_MakesItAnewAndSaysSo()
    {
        SkipOnWindows();
        RecordedLogs logs = new();
        using FileDeadLetterStore store = _letters.Open(logs);
        await store.AppendAsync(Letters.Letter("a"), Cancellation);
        Directory.Delete(Path.GetDirectoryName(_letters.Path)!, recursive: true);

        await store.AppendAsync(Letters.Letter("b"), Cancellation);

        store.Dispose();
        Assert.Equal(["b"], await _letters.ReadIdsAsync());
        Assert.Contains(logs.Entries, entry => entry.Id == 148);
    }

    [Fact]
    public async Task Append_FileReplacedByACopyOfTheSameLengthAndTime_GoesToTheCopy()
    {
        SkipOnWindows();
        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a"), Cancellation);
        string copy = _letters.Path + ".copy";
        File.Copy(_letters.Path, copy);
        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(_letters.Path));
        File.Move(copy, _letters.Path, overwrite: true);

        // Nothing tells them apart before it is written to: then it does not count, and the next one finds the new file.
        await Assert.ThrowsAsync<IOException>(async () => await store.AppendAsync(Letters.Letter("b"), Cancellation));
        await store.AppendAsync(Letters.Letter("c"), Cancellation);

        store.Dispose();
        Assert.Equal(["a", "c"], await _letters.ReadIdsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Append_FileCutBySomebody_KeepsWhatFollows(int length)
    {
        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a"), Cancellation);
        await store.AppendAsync(Letters.Letter("b"), Cancellation);
        await using (FileStream file = new(_letters.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            file.SetLength(length);
        }

        await store.AppendAsync(Letters.Letter("c"), Cancellation);

        Assert.Equal(["c"], (await Letters.ReadAsync(store)).Select(letter => letter.Id));
        store.Dispose();
        Assert.Equal(["c"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Append_LineAddedBySomebody_IsNotOverwritten()
    {
        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a"), Cancellation);
        await using (FileStream file = new(_letters.Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            await file.WriteAsync("a note\n"u8.ToArray(), Cancellation);
        }

        await store.AppendAsync(Letters.Letter("b"), Cancellation);

        store.Dispose();
        Assert.Contains("a note", await File.ReadAllLinesAsync(_letters.Path, Cancellation));
        Assert.Equal(["a", "b"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Append_ThroughASymbolicLink_IsOneFileForBothNames()
    {
        SkipOnWindows();
        string link = _letters.Path + ".link";
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, _letters.Path);
        using FileDeadLetterStore linked = new(link);
        await linked.AppendAsync(Letters.Letter("a"), Cancellation);
        using FileDeadLetterStore store = _letters.Open();

        await Assert.ThrowsAsync<IOException>(async () => await store.AppendAsync(Letters.Letter("b"), Cancellation));

        linked.Dispose();
        Assert.Equal(["a"], await _letters.ReadIdsAsync());
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Fact]
    public async Task Dispose_WhileOtherProcessesAreStarted_LetsTheNextOneHaveTheFileAtOnce()
    {
        // A child has all that is open for a moment, until it is another program.
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task starting = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    using Process process = Process.Start(new ProcessStartInfo("dotnet", ["--version"])
                    {
                        RedirectStandardOutput = true,
                        UseShellExecute = false
                    })!;
                    process.Kill();
                    await process.WaitForExitAsync(Cancellation);
                }
            },
            Cancellation);

        for (int i = 0; i < 100; i++)
        {
            using FileDeadLetterStore store = _letters.Open();
            await store.AppendAsync(Letters.Letter($"{i}"), Cancellation);
        }

        await enough.CancelAsync();
        await starting;
        Assert.Equal(100, (await _letters.ReadIdsAsync()).Count);
    }

    public void Dispose() => _letters.Dispose();

    private static void SkipOnWindows() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Skipped: Windows lets nobody take away what is open.");

    private Process StartWriter() => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DeadLetterWriter.dll"), _letters.Path, "1"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;

    private static async Task ReadAcknowledgedAsync(Process process, HashSet<string> kept, int count)
    {
        for (int i = 0; i < count; i++)
        {
            string? line = await process.StandardOutput.ReadLineAsync(Cancellation);
            Assert.NotNull(line);
            if (line[0] == '+')
            {
                kept.Add(line[1..]);
            }
        }
    }
}
