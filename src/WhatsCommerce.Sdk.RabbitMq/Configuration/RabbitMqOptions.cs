using System.ComponentModel.DataAnnotations;
using WhatsCommerce.Validation;

namespace WhatsCommerce.Webhooks;

/// <summary>The options of <see cref="RabbitMqDeliveryQueue"/>. All instances of an app must have the same prefix.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>
    /// Gets or sets the URI of the broker: <c>amqp://user:password@host:5672/vhost</c>, or <c>amqps://</c> for TLS, which verifies the
    /// certificate of the broker. It may contain a password: do not log it.
    /// </summary>
    [Required(ErrorMessage = "{0} is empty: name the broker, such as amqps://user:password@mq.example.com/shop.")]
    public string ConnectionString { get; set; } = "";

    /// <summary>Gets or sets the user; <see langword="null"/> for the one in <see cref="ConnectionString"/>.</summary>
    public string? UserName { get; set; }

    /// <summary>Gets or sets the password; <see langword="null"/> for the one in <see cref="ConnectionString"/>.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// Gets or sets the other nodes of the cluster, as <c>host</c> or <c>host:port</c>: tried in turn when one does not respond.
    /// </summary>
    public IList<string> Nodes { get; set; } = [];

    /// <summary>
    /// Gets or sets a callback that configures connections further, such as client certificates or a source of tokens; called once.
    /// Automatic recovery stays off, since the queue recovers its connections itself.
    /// </summary>
    public Action<ConnectionFactory>? ConfigureConnection { get; set; }

    /// <summary>Gets or sets the prefix of the names of queues and exchanges. The default is <c>whatscommerce</c>.</summary>
    [Required(ErrorMessage = "{0} is empty: name a prefix, such as whatscommerce.")]
    [RegularExpression(
        "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*",
        ErrorMessage = "{0} must be letters from A to Z, digits, underscores, hyphens, and dots between them.")]
    [StringLength(100, ErrorMessage = "{0} has more than 100 characters.")]
    public string Prefix { get; set; } = "whatscommerce";

    /// <summary>
    /// Gets or sets the number of partitions of the lanes of messages and of statuses; that of accounts has a quarter. The default is 16.
    /// It limits the number of instances that share the work. A number that is larger than that in the broker takes effect while the app
    /// runs, without breaking the order; a smaller one has no effect.
    /// </summary>
    [NumberBetween(1, 256, ErrorMessage = "{0} must be from 1 to 256.")]
    public int Partitions { get; set; } = 16;

    /// <summary>
    /// Gets or sets how many unfinished events of a partition an instance may receive. The default is 1000. Events wait in the memory of
    /// the instance. Never lower it while events wait: after two crashes their order could break.
    /// </summary>
    [NumberBetween(10, 10_000, ErrorMessage = "{0} must be from 10 to 10000.")]
    public int Prefetch { get; set; } = 1000;

    /// <summary>
    /// Gets or sets a value indicating whether to declare exchanges and queues; <see langword="true"/> by default. With
    /// <see langword="false"/> they must exist as another instance has declared them, and <see cref="RabbitMqDeliveryQueue.StartAsync"/>
    /// throws when something is missing.
    /// </summary>
    public bool DeclareTopology { get; set; } = true;

    /// <summary>
    /// Gets or sets the number of nodes on which each queue is replicated; <see langword="null"/>, the default, lets the broker choose.
    /// Used when queues are declared, and must be the same in each instance.
    /// </summary>
    [NumberBetween(1, 9, ErrorMessage = "{0} must be from 1 to 9.")]
    public int? QuorumSize { get; set; }

    /// <summary>
    /// Gets or sets the maximum time to wait for the broker's confirmation of an event before its delivery is answered with 500. The
    /// default is 10 seconds.
    /// </summary>
    [TimeBetween(1, 300, ErrorMessage = "{0} must be from 1 second to 5 minutes.")]
    public TimeSpan ConfirmTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the maximum number of unconfirmed events. The default is 1024.</summary>
    [NumberBetween(1, 65_535, ErrorMessage = "{0} must be from 1 to 65535.")]
    public int MaxUnconfirmed { get; set; } = 1024;

    /// <summary>
    /// Gets or sets the time without a heartbeat after which an instance no longer counts among those that share the partitions. The
    /// default is 5 seconds. A wrong guess is harmless: the broker lets one instance at a time receive from a partition.
    /// </summary>
    [TimeBetween(3, 300, ErrorMessage = "{0} must be from 3 seconds to 5 minutes.")]
    public TimeSpan MemberTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Returns the prefix, without credentials.</summary>
    public override string ToString() => $"RabbitMqOptions {{ {Prefix} }}";
}
