namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>
/// Lets several tasks run in one thread, one step at a time, in an order that a seed decides: the same seed gives the same run.
/// </summary>
/// <remarks>Whoever awaits <see cref="Turn"/> stops there until it is picked. Nothing else in a run may wait for anything.</remarks>
internal sealed class Turns(Random random)
{
    // A run takes some thousand turns; one that takes more goes in circles.
    private const int MostTurns = 200_000;

    private readonly List<TaskCompletionSource> _waiting = [];

    public Task Turn()
    {
        // Continuations run at once, in this thread: the order is the seed's alone.
        TaskCompletionSource turn = new();
        _waiting.Add(turn);
        return turn.Task;
    }

    /// <summary>Runs until all are done, those that are added meanwhile too.</summary>
    public void Run(List<Task> actors)
    {
        for (int turns = 0; actors.Exists(actor => !actor.IsCompleted); turns++)
        {
            if (turns == MostTurns)
            {
                throw new InvalidOperationException("The run goes in circles.");
            }

            if (_waiting.Count == 0)
            {
                throw new InvalidOperationException("A task waits for something that is no turn.");
            }

            int next = random.Next(_waiting.Count);
            TaskCompletionSource turn = _waiting[next];
            _waiting.RemoveAt(next);
            turn.SetResult();
        }

        foreach (Task actor in actors)
        {
            actor.GetAwaiter().GetResult();
        }
    }
}
