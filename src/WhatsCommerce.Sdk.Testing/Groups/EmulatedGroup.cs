namespace WhatsCommerce.Testing;

/// <summary>A group of the business. The test controls its participants. Thread-safe.</summary>
/// <remarks>
/// The app creates the group and gets its invite link from a webhook. Customers join with the link, or request to join if the business must
/// approve.
/// <code>
/// EmulatedGroup group = Assert.Single(cloud.Groups);
/// await group.JoinAsync(cloud.Customer("+16505551234"));
/// </code>
/// Pictures are validated but not stored. Source: Meta, groups.
/// </remarks>
public sealed class EmulatedGroup
{
    /// <summary>The maximum number of participants besides the business.</summary>
    internal const int MostParticipants = 8;

    private const int MostMessages = 1_000;

    private readonly Lock _gate = new();
    private readonly GroupWebhooks _webhooks;
    private readonly EmulatorChanges _changes;
    private readonly List<GroupPerson> _participants = [];
    private readonly List<GroupPerson> _removed = [];
    private readonly List<GroupApplicant> _applicants = [];
    private readonly Queue<JsonElement> _messages = [];
    private long _lastApplicant;

    internal EmulatedGroup(
        GroupWebhooks webhooks, EmulatorChanges changes, EmulatedNumber number, long ordinal, GroupId id, bool needsApproval,
        DateTimeOffset at)
    {
        _webhooks = webhooks;
        _changes = changes;
        Number = number;
        Ordinal = ordinal;
        Id = id;
        NeedsApproval = needsApproval;
        CreatedAt = at;
    }

    /// <summary>The id of the group.</summary>
    public GroupId Id { get; }

    /// <summary>The subject of the group.</summary>
    public string Subject { get; internal set; } = "";

    /// <summary>The description; <see langword="null"/> if there is none.</summary>
    public string? Description { get; internal set; }

    /// <summary>The current invite link.</summary>
    public string InviteLink { get; internal set; } = "";

    /// <summary>Whether the business must approve requests to join.</summary>
    public bool NeedsApproval { get; }

    /// <summary>When the group was created.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Whether Meta suspended the group: messages to it fail with 131207.</summary>
    public bool IsSuspended { get; private set; }

    /// <summary>The participants, without the business. Each call returns a new list.</summary>
    public IReadOnlyList<Recipient> Participants => [.. People.Select(person => person.Address)];

    /// <summary>The customers who requested to join. Each call returns a new list.</summary>
    public IReadOnlyList<Recipient> JoinRequests => [.. Applicants.Select(applicant => applicant.Person.Address)];

    /// <summary>The last messages that the business sent to the group, as JSON, oldest first. Not stored across restarts.</summary>
    public IReadOnlyList<JsonElement> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    internal EmulatedNumber Number { get; }

    /// <summary>The data for group analytics. In memory only.</summary>
    internal GroupFigures Figures { get; } = new();

    internal long Ordinal { get; }

    internal GroupPerson[] People
    {
        get
        {
            lock (_gate)
            {
                return [.. _participants];
            }
        }
    }

    internal GroupPerson[] Removed
    {
        get
        {
            lock (_gate)
            {
                return [.. _removed];
            }
        }
    }

    internal GroupApplicant[] Applicants
    {
        get
        {
            lock (_gate)
            {
                return [.. _applicants];
            }
        }
    }

    /// <summary>Makes a customer follow the invite link: the customer joins, or requests to join if the business must approve.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the webhook is still delivered.</param>
    /// <returns>A task that completes when the callback has accepted the webhook.</returns>
    /// <exception cref="InvalidOperationException">
    /// The customer cannot join: is already a participant, was removed by the business, or the group is full.
    /// </exception>
    public Task JoinAsync(EmulatedCustomer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        GroupPerson person = GroupPerson.Of(customer);
        GroupApplicant? applicant = null;
        lock (_gate)
        {
            string? obstacle = _participants.Exists(person.IsSame) ? "is in the group already"
                : _removed.Exists(person.IsSame) ? "was removed by the business, and cannot join again"
                : _applicants.Exists(item => item.Person.IsSame(person)) ? "has asked to join already"
                : !NeedsApproval && _participants.Count >= MostParticipants ? "cannot join: the group is full"
                : null;
            if (obstacle is not null)
            {
                throw new InvalidOperationException($"{customer} {obstacle}.");
            }

            if (NeedsApproval)
            {
                applicant = new(RequestIdOf(person), ++_lastApplicant, person, _webhooks.Now);
                _applicants.Add(applicant);
            }
            else
            {
                _participants.Add(person);
                Figures.Add(_webhooks.Now, joined: 1);
            }
        }

        _changes.Settings();
        Task told = applicant is null ? TellAdded([person], withInput: false) : TellApplicant("group_join_request_created", applicant);
        return told.WaitAsync(cancellationToken);
    }

    /// <summary>Cancels a customer's request to join.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the webhook is still delivered.</param>
    /// <returns>A task that completes when the callback has accepted the webhook.</returns>
    /// <exception cref="InvalidOperationException">The customer has not requested to join.</exception>
    public Task CancelJoinRequestAsync(EmulatedCustomer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        GroupApplicant applicant;
        lock (_gate)
        {
            applicant = _applicants.Find(item => item.Person.IsSame(GroupPerson.Of(customer)))
                ?? throw new InvalidOperationException($"{customer} has not asked to join.");
            _applicants.Remove(applicant);
        }

        _changes.Settings();
        return TellApplicant("group_join_request_revoked", applicant).WaitAsync(cancellationToken);
    }

    /// <summary>Makes a participant leave the group.</summary>
    /// <param name="customer">The participant.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the webhook is still delivered.</param>
    /// <returns>A task that completes when the callback has accepted the webhook.</returns>
    /// <exception cref="InvalidOperationException">The customer is not a participant.</exception>
    public Task LeaveAsync(EmulatedCustomer customer, CancellationToken cancellationToken = default)
    {
        GroupPerson person = Require(customer);
        lock (_gate)
        {
            Figures.Add(_webhooks.Now, left: _participants.RemoveAll(person.IsSame));
        }

        _changes.Settings();
        return _webhooks.Tell(this, GroupWebhooks.Participants, "group_participants_remove", json =>
        {
            json.WriteString("initiated_by", "participant");
            _webhooks.WritePeople(json, "removed_participants", [person]);
        }).WaitAsync(cancellationToken);
    }

    /// <summary>Sends a text of a participant to the group.</summary>
    /// <param name="customer">The participant.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the text is still delivered.</param>
    /// <returns>The id of the message, once the callback has accepted it.</returns>
    /// <exception cref="InvalidOperationException">The customer is not a participant.</exception>
    public Task<MessageId> SendTextAsync(EmulatedCustomer customer, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        Require(customer);
        return _webhooks.TellTextAsync(this, customer, text).WaitAsync(cancellationToken);
    }

    /// <summary>Suspends the group as Meta does, or lifts the suspension.</summary>
    /// <param name="isSuspended">Whether the group is suspended.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the webhook is still delivered.</param>
    /// <returns>A task that completes when the callback has accepted the webhook.</returns>
    public Task SuspendAsync(bool isSuspended = true, CancellationToken cancellationToken = default)
    {
        IsSuspended = isSuspended;
        _changes.Settings();
        return _webhooks.Tell(this, GroupWebhooks.Status, isSuspended ? "group_suspend" : "group_suspend_cleared")
            .WaitAsync(cancellationToken);
    }

    /// <summary>Returns the id and the number of participants.</summary>
    public override string ToString() => $"Group {Id} with {Plural.Of(Participants.Count, "participant")}";

    internal void Restore(
        bool isSuspended, IEnumerable<GroupPerson> participants, IEnumerable<GroupPerson> removed, IEnumerable<GroupApplicant> applicants)
    {
        lock (_gate)
        {
            IsSuspended = isSuspended;
            _participants.AddRange(participants);
            _removed.AddRange(removed);
            _applicants.AddRange(applicants);
            _lastApplicant = _applicants.Count == 0 ? 0 : _applicants.Max(applicant => applicant.Number);
        }
    }

    internal void Note(JsonElement message)
    {
        lock (_gate)
        {
            Figures.Add(_webhooks.Now, sent: 1, delivered: _participants.Count);
            _messages.Enqueue(message);
            if (_messages.Count > MostMessages)
            {
                _messages.Dequeue();
            }
        }
    }

    /// <summary>Removes requests to join from the list: approved ones, those that exceed the limit, and unknown ids.</summary>
    internal (List<GroupApplicant> Done, List<string> Full, List<string> Unknown) Answer(IEnumerable<string> requests, bool isApproved)
    {
        List<GroupApplicant> done = [];
        List<string> full = [];
        List<string> unknown = [];
        lock (_gate)
        {
            foreach (string request in requests)
            {
                if (_applicants.Find(item => item.Id == request) is not { } applicant)
                {
                    unknown.Add(request);
                }
                else if (isApproved && _participants.Count >= MostParticipants)
                {
                    full.Add(request);
                }
                else
                {
                    _applicants.Remove(applicant);
                    done.Add(applicant);
                    if (isApproved)
                    {
                        _participants.Add(applicant.Person);
                        Figures.Add(_webhooks.Now, joined: 1);
                    }
                }
            }
        }

        _changes.Settings();
        return (done, full, unknown);
    }

    /// <summary>Removes participants permanently; also returns unknown addresses.</summary>
    internal (List<GroupPerson> Done, List<string> Unknown) Remove(IEnumerable<string> addresses)
    {
        List<GroupPerson> done = [];
        List<string> unknown = [];
        lock (_gate)
        {
            foreach (string address in addresses)
            {
                if (_participants.Find(person => person.Is(address)) is { } found)
                {
                    _participants.Remove(found);
                    Figures.Add(_webhooks.Now, left: 1);
                    _removed.Add(found);
                    done.Add(found);
                }
                else
                {
                    unknown.Add(address);
                }
            }
        }

        _changes.Settings();
        return (done, unknown);
    }

    internal Task TellAdded(IEnumerable<GroupPerson> people, bool withInput) =>
        _webhooks.Tell(this, GroupWebhooks.Participants, "group_participants_add", json =>
        {
            json.WriteString("reason", "invite_link");
            _webhooks.WritePeople(json, "added_participants", people, withInput);
        });

    private Task TellApplicant(string type, GroupApplicant applicant) => _webhooks.Tell(this, GroupWebhooks.Participants, type, json =>
    {
        json.WriteString("reason", "invite_link");
        json.WriteString("join_request_id", applicant.Id);
        _webhooks.WritePerson(json, applicant.Person);
    });

    private GroupPerson Require(EmulatedCustomer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return Array.Find(People, GroupPerson.Of(customer).IsSame)
            ?? throw new InvalidOperationException($"{customer} is not in the group.");
    }

    // Meta's request ids contain the number and the group, in base64.
    private string RequestIdOf(GroupPerson person) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{person.WaId ?? person.UserId}:{Ordinal}")));
}
