using WhatsCommerce.Webhooks;

// Appends letters, four at a time, and removes every third again, until it is killed. A line tells what was acknowledged: "+id" or "-id".
// Arguments: the file, and a number that the ids begin with, so that each run has its own.
using FileDeadLetterStore store = new(args[0]);
int next = 0;
await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(WriteAsync)));

async Task WriteAsync()
{
    while (true)
    {
        int number = Interlocked.Increment(ref next);
        string id = $"{args[1]}-{number}";
        await store.AppendAsync(new DeadLetter
        {
            Id = id,
            Time = DateTimeOffset.UnixEpoch.AddSeconds(number),
            Reason = DeadLetterReason.AttemptsExhausted,
            EndpointName = "",
            HandlerName = "orders",
            Body = new byte[number % 7 == 0 ? 100_000 : 200],
        });
        Say('+', id);
        if (number % 3 == 0)
        {
            await store.RemoveAsync(id);
            Say('-', id);
        }
    }
}

void Say(char what, string id)
{
    lock (store)
    {
        Console.Out.WriteLine(what + id);
        Console.Out.Flush();
    }
}
