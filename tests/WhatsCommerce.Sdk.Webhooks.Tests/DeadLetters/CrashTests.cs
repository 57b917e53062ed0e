using System.Diagnostics;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DeadLetters;

/// <summary>The file of dead letters after a crash: whatever was acknowledged is there.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly Letters _letters = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_FileCutAtAnyByteOfItsLastTwoLetters_HasEveryWholeOneAndTakesMore()
    {
        using (FileDeadLetterStore store = _letters.Open())
        {
            foreach (string id in new[] { "a", "b", "c" })
            {
                await store.AppendAsync(Letters.Letter(id), Cancellation);
            }
        }

        byte[] whole = await File.ReadAllBytesAsync(_letters.Path, Cancellation);
        int first = whole.AsSpan().IndexOf((byte)'\n') + 1;
        int second = first + whole.AsSpan(first).IndexOf((byte)'\n') + 1;
        for (int length = first; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(_letters.Path, whole[..length], Cancellation);
            using (FileDeadLetterStore store = _letters.Open())
            {
                await store.AppendAsync(Letters.Letter("d"), Cancellation);
                Assert.Equal(0, store.UnreadableLines);
            }

            // Only the line's end may lack: then the letter is whole.
            string[] expected = length < second - 1 ? ["a", "d"] : length < whole.Length - 1 ? ["a", "b", "d"] : ["a", "b", "c", "d"];
            Assert.Equal(expected, await _letters.ReadIdsAsync());
        }
    }

    [Fact]
    public async Task Open_FileCutAtAnyByteOfARemoval_HasTheLetterUnlessItIsWhole()
    {
        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("a"), Cancellation);
            await store.AppendAsync(Letters.Letter("b"), Cancellation);
            await store.RemoveAsync("a", Cancellation);
        }

        byte[] whole = await File.ReadAllBytesAsync(_letters.Path, Cancellation);
        int removal = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (int length = removal; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(_letters.Path, whole[..length], Cancellation);

            string[] expected = length < whole.Length - 1 ? ["a", "b"] : ["b"];
            Assert.Equal(expected, await _letters.ReadIdsAsync());
        }
    }

    [Fact]
    public async Task Open_EndOfZeros_IsCutOff()
    {
        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("a"), Cancellation);
        }

        // As some file systems leave it after a loss of power: the length is new, the content is not there yet.
        await using (FileStream file = File.OpenWrite(_letters.Path))
        {
            file.SetLength(file.Length + 5_000);
        }

        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("b"), Cancellation);
        }

        Assert.Equal(["a", "b"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Open_DraftOfAnUnfinishedCompaction_IsThrownAway()
    {
        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("a"), Cancellation);
        }

        await File.WriteAllTextAsync(_letters.Path + ".new", "half of it", Cancellation);

        Assert.Equal(["a"], await _letters.ReadIdsAsync());
        Assert.False(File.Exists(_letters.Path + ".new"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(173)]
    [InlineData(501)]
    public async Task Append_ProcessKilledWhileWriting_EveryAcknowledgedLetterIsThere(int acknowledgements)
    {
        // Several lives on one file, as after restarts: a later one must not harm what an earlier one left.
        HashSet<string> kept = [];
        HashSet<string> removed = [];
        for (int life = 0; life < 2; life++)
        {
            foreach (string line in await RunAndKillAsync(life, acknowledgements))
            {
                (line[0] == '+' ? kept : removed).Add(line[1..]);
            }
        }

        RecordedLogs logs = new();
        using FileDeadLetterStore store = _letters.Open(logs);
        HashSet<string> found = [.. (await Letters.ReadAsync(store)).Select(letter => letter.Id)];

        // A removal of which the acknowledgement was lost with the process is a removal all the same: every third.
        Assert.DoesNotContain(
            kept.Except(removed),
            id => !found.Contains(id) && int.Parse(id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture) % 3 != 0);
        Assert.Empty(found.Intersect(removed));
        Assert.Equal(0, store.UnreadableLines);
    }

    public void Dispose() => _letters.Dispose();

    private async Task<List<string>> RunAndKillAsync(int life, int acknowledgements)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "DeadLetterWriter.dll"));
        start.ArgumentList.Add(_letters.Path);
        start.ArgumentList.Add($"{life}");
        using Process process = Process.Start(start)!;
        List<string> lines = [];
        try
        {
            while (lines.Count < acknowledgements)
            {
                string? line = await process.StandardOutput.ReadLineAsync(Cancellation);
                Assert.NotNull(line);
                lines.Add(line);
            }
        }
        finally
        {
            process.Kill();
        }

        // What it said before it ended counts; the last line may be cut off.
        string rest = await process.StandardOutput.ReadToEndAsync(Cancellation);
        lines.AddRange(rest.Split('\n')[..^1]);
        await process.WaitForExitAsync(Cancellation);
        return lines;
    }
}
