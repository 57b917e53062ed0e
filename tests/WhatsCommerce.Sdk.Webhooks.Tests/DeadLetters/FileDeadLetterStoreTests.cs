using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DeadLetters;

/// <summary>The file of dead letters in peace: what is kept, listed and removed.</summary>
public sealed class FileDeadLetterStoreTests : IDisposable
{
    private readonly Letters _letters = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_AnotherProcessLater_FindsTheLetterAsItWas()
    {
        DeadLetter letter = Letters.Letter("a");
        DeadLetter bare = letter with {
            Id = "b", HandlerName = null, EventKey = null, Error = null, Reason = DeadLetterReason.Unreadable, Body = default };
        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(letter, Cancellation);
            await store.AppendAsync(bare, Cancellation);
        }

        using FileDeadLetterStore later = _letters.Open();
        List<DeadLetter> kept = await Letters.ReadAsync(later);

        Assert.Equal([letter with { Body = default }, bare], kept.Select(found => found with { Body = default }));
        Assert.Equal([letter.Body.ToArray(), []], kept.Select(found => found.Body.ToArray()));
    }

    [Fact]
    public async Task Append_SameIdAgain_IsKeptOnce()
    {
        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("a", error: "first"), Cancellation);
            await store.AppendAsync(Letters.Letter("a", error: "second"), Cancellation);
        }

        using FileDeadLetterStore later = _letters.Open();
        await later.AppendAsync(Letters.Letter("a", error: "third"), Cancellation);

        Assert.Equal("first", Assert.Single(await Letters.ReadAsync(later)).Error);
        Assert.Single(await File.ReadAllLinesAsync(_letters.Path, Cancellation));
    }

    [Fact]
    public async Task Append_ManyAtTheSameTime_AllAreKeptOnce()
    {
        using FileDeadLetterStore store = _letters.Open();

        await Parallel.ForAsync(0, 600, Cancellation, async (i, token) => await store.AppendAsync(Letters.Letter($"{i / 2}"), token));

        Assert.Equal(300, await store.CountAsync(Cancellation));
        Assert.Equal(
            Enumerable.Range(0, 300).Select(i => $"{i}").Order(StringComparer.Ordinal),
            (await Letters.ReadAsync(store)).Select(letter => letter.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Append_BodyOfThreeMegabytes_IsKept()
    {
        using FileDeadLetterStore store = _letters.Open();
        DeadLetter letter = Letters.Letter("large", WebhookOptions.DefaultMaxBodyBytes);

        await store.AppendAsync(letter, Cancellation);
        await store.AppendAsync(Letters.Letter("small"), Cancellation);

        List<DeadLetter> kept = await Letters.ReadAsync(store);
        Assert.Equal(["large", "small"], kept.Select(found => found.Id));
        Assert.True(kept[0].Body.Span.SequenceEqual(letter.Body.Span));
    }

    [Fact]
    public async Task Append_LargerThanALine_IsRefusedAndHarmsNoOther()
    {
        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a"), Cancellation);

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await store.AppendAsync(Letters.Letter("b") with { Body = new byte[16_000_000] }, Cancellation));

        Assert.Contains("Lower MaxBodyBytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Append_Cancelled_SaysSoAndTheNextOneIsKept()
    {
        using FileDeadLetterStore store = _letters.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.AppendAsync(Letters.Letter("a"), new CancellationToken(canceled: true)));
        await store.AppendAsync(Letters.Letter("b"), Cancellation);

        Assert.Equal("b", Assert.Single(await Letters.ReadAsync(store)).Id);
    }

    [Fact]
    public async Task Remove_ThereAndNotThere_SaysWhich()
    {
        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a"), Cancellation);
        await store.AppendAsync(Letters.Letter("b"), Cancellation);

        bool[] removed = [
            await store.RemoveAsync("a", Cancellation),
            await store.RemoveAsync("a", Cancellation),
            await store.RemoveAsync("c", Cancellation)];

        Assert.Equal([true, false, false], removed);
        store.Dispose();
        Assert.Equal(["b"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Append_AfterRemoval_IsKeptAgainAndLast()
    {
        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("a"), Cancellation);
            await store.AppendAsync(Letters.Letter("b"), Cancellation);
            await store.RemoveAsync("a", Cancellation);
            await store.AppendAsync(Letters.Letter("a"), Cancellation);
        }

        Assert.Equal(["b", "a"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Replace_ThereAndNotThere_ChangesOnlyWhatIsThere()
    {
        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("a", error: "first"), Cancellation);
            await store.ReplaceAsync(Letters.Letter("a", error: "second"), Cancellation);
            await store.ReplaceAsync(Letters.Letter("b"), Cancellation);
        }

        using FileDeadLetterStore later = _letters.Open();
        Assert.Equal(("a", "second"), Assert.Single((await Letters.ReadAsync(later)).Select(letter => (letter.Id, letter.Error))));
    }

    [Fact]
    public async Task List_LettersRemovedMeanwhile_AreLeftOut()
    {
        using FileDeadLetterStore store = _letters.Open();
        foreach (string id in new[] { "a", "b", "c" })
        {
            await store.AppendAsync(Letters.Letter(id), Cancellation);
        }

        List<string> seen = [];
        await foreach (DeadLetter letter in store.ListAsync(Cancellation))
        {
            seen.Add(letter.Id);
            await store.RemoveAsync("b", Cancellation);
        }

        Assert.Equal(["a", "c"], seen);
    }

    [Fact]
    public async Task Remove_MostOfALargeFile_GivesTheRoomBackAndKeepsTheRest()
    {
        using FileDeadLetterStore store = _letters.Open();
        for (int i = 0; i < 40; i++)
        {
            await store.AppendAsync(Letters.Letter($"{i}", bytes: 50_000), Cancellation);
        }

        for (int i = 0; i < 39; i++)
        {
            await store.RemoveAsync($"{i}", Cancellation);
        }

        await store.AppendAsync(Letters.Letter("last"), Cancellation);

        Assert.InRange(new FileInfo(_letters.Path).Length, 1, 1_200_000);
        Assert.Equal(["39", "last"], (await Letters.ReadAsync(store)).Select(letter => letter.Id));
        store.Dispose();
        Assert.Equal(["39", "last"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Open_UnreadableLinesAmongLetters_PointsThemOutAndKeepsEverything()
    {
        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("a"), Cancellation);
            await store.AppendAsync(Letters.Letter("b"), Cancellation);
        }

        string[] lines = await File.ReadAllLinesAsync(_letters.Path, Cancellation);
        string[] odd =
            ["no json", lines[0][..^9] + "\"", """{"id":"x","body":"!"}""", """{"id":7}""", "[1,2]", "", lines[0] + lines[1], "\0\0\0"];
        await File.WriteAllLinesAsync(_letters.Path, [lines[0], .. odd, lines[1]], Cancellation);
        RecordedLogs logs = new();

        using (FileDeadLetterStore store = _letters.Open(logs))
        {
            await store.AppendAsync(Letters.Letter("c"), Cancellation);
            Assert.Equal(["a", "b", "c"], (await Letters.ReadAsync(store)).Select(letter => letter.Id));
            Assert.Equal(odd.Length, store.UnreadableLines);
        }

        Assert.Equal(odd.Length, logs.Entries.Count(entry => entry.Id == 144));
        Assert.Contains(logs.Entries, entry => entry.Text.Contains("in line 2, at byte ", StringComparison.Ordinal));
        Assert.Equal(odd, (await File.ReadAllLinesAsync(_letters.Path, Cancellation))[1..^2]);
    }

    [Fact]
    public async Task Open_LineWithoutEndOfTwentyMegabytes_IsPassedOverInBoundedMemory()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_letters.Path)!);
        await File.WriteAllBytesAsync(_letters.Path, [.. Enumerable.Repeat((byte)'x', 20_000_000), (byte)'\n'], Cancellation);

        using (FileDeadLetterStore store = _letters.Open())
        {
            await store.AppendAsync(Letters.Letter("a"), Cancellation);
            Assert.Equal(1, store.UnreadableLines);
        }

        Assert.Equal(["a"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Open_FileOfAnotherStore_SaysWhatToDoAndWorksOnceItIsFree()
    {
        using FileDeadLetterStore first = _letters.Open();
        await first.AppendAsync(Letters.Letter("a"), Cancellation);
        using FileDeadLetterStore second = _letters.Open();

        IOException exception =
            await Assert.ThrowsAsync<IOException>(async () => await second.AppendAsync(Letters.Letter("b"), Cancellation));
        first.Dispose();
        await second.AppendAsync(Letters.Letter("b"), Cancellation);

        Assert.Contains("in use by another process", exception.Message, StringComparison.Ordinal);
        Assert.Contains("DeadLetters:Path", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, await second.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Open_NewFile_IsForThisUserOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Skipped: Windows has no file modes.");
            return;
        }

        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a"), Cancellation);

        Assert.Equal("0600", Convert.ToString((int)File.GetUnixFileMode(_letters.Path), 8).PadLeft(4, '0'));
        Assert.Equal(
            "0700", Convert.ToString((int)new DirectoryInfo(Path.GetDirectoryName(_letters.Path)!).UnixFileMode, 8).PadLeft(4, '0'));
    }

    [Fact]
    public async Task Append_FileMovedAwayByAPerson_GoesOnWithANewOne()
    {
        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a"), Cancellation);
        File.Move(_letters.Path, _letters.Path + ".old");

        await store.AppendAsync(Letters.Letter("b"), Cancellation);

        store.Dispose();
        Assert.Equal(["b"], await _letters.ReadIdsAsync());
    }

    [Fact]
    public async Task Count_WhereNothingCanBeWritten_Throws()
    {
        await File.WriteAllTextAsync(Path.GetDirectoryName(_letters.Path)!, "a file where the directory should be", Cancellation);
        using FileDeadLetterStore store = _letters.Open();

        await Assert.ThrowsAnyAsync<IOException>(async () => await store.CountAsync(Cancellation));
        await Assert.ThrowsAnyAsync<IOException>(async () => await store.AppendAsync(Letters.Letter("a"), Cancellation));
    }

    [Fact]
    public async Task Count_AsAProbe_LeavesTheFileAsItIs()
    {
        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a"), Cancellation);
        byte[] before = await File.ReadAllBytesAsync(_letters.Path, Cancellation);

        Assert.Equal(1, await store.CountAsync(Cancellation));

        Assert.Equal(before, await File.ReadAllBytesAsync(_letters.Path, Cancellation));
    }

    [Fact]
    public async Task Append_AfterDispose_SaysSo()
    {
        FileDeadLetterStore store = _letters.Open();
        store.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.AppendAsync(Letters.Letter("a"), Cancellation));
    }

    [Fact]
    public async Task File_OfALetter_IsOneReadableLine()
    {
        using FileDeadLetterStore store = _letters.Open();
        await store.AppendAsync(Letters.Letter("a", bytes: 3) with { EventKey = "k" }, Cancellation);
        await store.RemoveAsync("a", Cancellation);

        Assert.Equal(
            """
            {"id":"a","time":"2026-03-01T12:00:00.1234567+02:00","reason":"AttemptsExhausted","endpoint":"berlin","handler":"orders",
            "key":"k","attempts":10,"error":"It did not work.","body":"AAcO"}
            """.ReplaceLineEndings("") + "\n" + """{"removed":"a"}""" + "\n",
            Encoding.UTF8.GetString(await File.ReadAllBytesAsync(_letters.Path, Cancellation)));
    }

    public void Dispose() => _letters.Dispose();
}
