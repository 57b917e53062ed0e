namespace WhatsCommerce.Testing;

/// <summary>The groups of templates of an account. In memory only; thread-safe.</summary>
internal sealed class TemplateGroupBook
{
    private readonly Lock _gate = new();
    private readonly List<TemplateGroupEntry> _groups = [];

    public TemplateGroupEntry[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _groups];
            }
        }
    }

    public TemplateGroupEntry? Find(Predicate<TemplateGroupEntry> holds) => Array.Find(All, holds);

    public bool Exists(Predicate<TemplateGroupEntry> holds) => Find(holds) is not null;

    public void Add(TemplateGroupEntry group)
    {
        lock (_gate)
        {
            _groups.Add(group);
        }
    }

    public void Replace(TemplateGroupEntry group, TemplateGroupEntry with)
    {
        lock (_gate)
        {
            _groups[_groups.IndexOf(group)] = with;
        }
    }

    public void Remove(TemplateGroupEntry group)
    {
        lock (_gate)
        {
            _groups.Remove(group);
        }
    }
}
