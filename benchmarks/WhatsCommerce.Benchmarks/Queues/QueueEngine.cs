using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>
/// What a delivery queue stands on, and the same work over it by hand. A further engine is one more line in <see cref="All"/>.
/// </summary>
internal abstract class QueueEngine
{
    /// <summary>Gets all engines, in the order of the table.</summary>
    public static IReadOnlyList<QueueEngine> All { get; } = [new PostgreSqlEngine(), new RabbitMqEngine()];

    /// <summary>Gets the beginning of the names of its topics and rows.</summary>
    public abstract string Prefix { get; }

    /// <summary>Gets the name that the table shows.</summary>
    public abstract string Name { get; }

    /// <summary>Gets what stores by hand.</summary>
    public abstract string Writers { get; }

    /// <summary>Gets what takes by hand.</summary>
    public abstract string Consumers { get; }

    /// <summary>Gets how long instances that start at once take to divide the work among them.</summary>
    public virtual TimeSpan TimeToShare => TimeSpan.Zero;

    /// <summary>Gets why it cannot be measured; <see langword="null"/> when it can.</summary>
    public abstract string? Missing { get; }

    /// <summary>Gets what the rows must reach.</summary>
    public abstract QueueGoals Goals { get; }

    /// <summary>Makes ready for a process, and removes what earlier ones left.</summary>
    public abstract Task PrepareAsync();

    /// <summary>Registers the queue of an instance.</summary>
    /// <param name="builder">The endpoint, to which the queue and its stores are added.</param>
    /// <param name="concurrency">How many conversations of each lane it works on at once.</param>
    public abstract void Use(WhatsCommerceWebhooksBuilder builder, int concurrency);

    /// <summary>Removes all that waits and all that was done, of both sides.</summary>
    public abstract Task EmptyAsync();

    /// <summary>Stores bodies by hand as plainly as it goes, each body for itself.</summary>
    public abstract Task StoreAsync(IReadOnlyList<byte[]> bodies);

    /// <summary>Stores bodies by hand in groups; <see langword="null"/> for an engine on which that is no separate row.</summary>
    public virtual Func<IReadOnlyList<byte[]>, Task>? StoreGroupedAsync => null;

    /// <summary>Stores a body by hand, and returns when it is durable.</summary>
    public abstract Task StoreOneAsync(byte[] body);

    /// <summary>Takes all that was stored by hand, by bare consumers.</summary>
    public abstract Task ConsumeAsync();
}
