using WhatsCommerce.Testing.Judging.Flows;

namespace WhatsCommerce.Testing;

/// <summary>The flows of all accounts.</summary>
internal sealed class FlowBook(IdSequence ids)
{
    private readonly Entries<FlowEntry> _flows = new(static flow => flow.Number);

    public FlowEntry[] Of(EmulatedAccount account) => _flows.Where(flow => flow.Account == account);

    public FlowEntry? Find(long number) => _flows.Find(number);

    public bool IsTaken(EmulatedAccount account, string name) => Array.Exists(Of(account), flow => flow.Name == name);

    public FlowEntry Create(EmulatedAccount account, string name, string[] categories)
    {
        FlowEntry made = new(account, ids.Next(), name, categories);
        _flows.Put(made);
        return made;
    }

    public void Put(FlowEntry flow) => _flows.Put(flow);

    public void Remove(FlowEntry flow) => _flows.Remove(flow);
}

/// <summary>A flow (a form) of an account.</summary>
internal sealed class FlowEntry(EmulatedAccount account, long number, string name, string[] categories)
{
    public EmulatedAccount Account => account;

    public long Number => number;

    public string Id => number.ToString(CultureInfo.InvariantCulture);

    public string Name { get; set; } = name;
    public string[] Categories { get; set; } = categories;
    public string Status { get; set; } = "DRAFT";
    public string? EndpointUri { get; set; }
    public string? ApplicationId { get; set; }

    /// <summary>Its JSON; <see langword="null"/> until there is one.</summary>
    public FlowContent? Content { get; set; }

    /// <summary>Which link to a preview is valid.</summary>
    public int Preview { get; set; } = 1;
}
