using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DeadLetters;

/// <summary>Dead letters, and a folder of its own for the file of a test.</summary>
internal sealed class Letters : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dead-letters-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "kept", "letters.jsonl");

    public static DeadLetter Letter(string id, int bytes = 30, string? error = "It did not work.") => new()
    {
        Id = id,
        Time = new DateTimeOffset(2026, 3, 1, 12, 0, 0, 123, TimeSpan.FromHours(2)).AddTicks(4567),
        Reason = DeadLetterReason.AttemptsExhausted,
        EndpointName = "berlin",
        HandlerName = "orders",
        EventKey = "berlin/messages/message/1/wamid.\"ä\n",
        Attempts = 10,
        Error = error,
        Body = Enumerable.Range(0, bytes).Select(i => (byte)(i * 7)).ToArray(),
    };

    public FileDeadLetterStore Open(RecordedLogs? logs = null) => new(Path, logs?.CreateLogger("WhatsCommerce.Webhooks"));

    public static async Task<List<DeadLetter>> ReadAsync(IDeadLetterStore store)
    {
        List<DeadLetter> letters = [];
        await foreach (DeadLetter letter in store.ListAsync(TestContext.Current.CancellationToken))
        {
            letters.Add(letter);
        }

        return letters;
    }

    public async Task<List<string>> ReadIdsAsync()
    {
        using FileDeadLetterStore store = Open();
        return (await ReadAsync(store)).ConvertAll(letter => letter.Id);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
