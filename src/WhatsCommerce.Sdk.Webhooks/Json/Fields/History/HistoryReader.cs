namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>history</c>.</summary>
internal static class HistoryReader
{
    private static readonly ItemsReader Items = new(
        ("history", ReadChunk),
        ("messages", CopiedMessage.ReadPastMessage),
        ("message_echoes", CopiedMessage.ReadPastEcho));

    public static void Read(ref JsonMemberReader r, Place place, WebhookChange change, List<WebhookEvent> events, ref Rest rest) =>
        Items.Read(ref r, place, change, events, ref rest);

    private static void ReadChunk(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, ref Contacts contacts, List<WebhookEvent> events)
    {
        int start = r.Start;
        int first = events.Count;
        var chunk = default(ChunkDraft);
        IReadOnlyList<HistoryThread>? threads = null;
        bool any = false;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("threads"u8) && r.IsArray)
            {
                events.RemoveRange(first, events.Count - first);
                threads = ReadThreads(ref r, items, change, events);
            }
            else if (chunk.TryTake(ref r, member, ref rest))
            {
                any = true;
            }
            else
            {
                r.Keep(member, ref rest);
            }
        }

        var head =
            new EventHead(change, change.Entry.Time, Customer.Unknown, r.Body[start..r.End], items.RawPlace, rest.ToProperties(r.Body));
        if (!any && threads is null)
        {
            events.Add(ItemEvent.NotOne(head, items));
            return;
        }

        events.Add(new HistoryEvent(head)
        {
            Phase = chunk.Place.Phase,
            ChunkOrder = chunk.Place.ChunkOrder,
            Progress = chunk.Place.Progress,
            Threads = threads ?? [],
            Errors = chunk.Errors ?? [],
        });
    }

    private static List<HistoryThread> ReadThreads(
        ref JsonMemberReader r, in ItemArray items, WebhookChange change, List<WebhookEvent> events)
    {
        var threads = new List<HistoryThread>();
        ItemArray array = items.Inner("threads");
        while (array.Next(ref r))
        {
            threads.Add(ReadThread(ref r, array, change, events));
        }

        return threads;
    }

    private static HistoryThread ReadThread(ref JsonMemberReader r, in ItemArray threads, WebhookChange change, List<WebhookEvent> events)
    {
        int first = events.Count;
        string? id = null;
        CustomerNaming naming = default;
        List<CopiedMessage> messages = [];
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                2 when member.Is("id"u8) => r.TryId(out id),
                7 when member.Is("context"u8) => Draft.TryFillInner(ref naming, ref r, ref rest, "context."),
                8 when member.Is("messages"u8) && r.IsArray =>
                    ReadMessages(ref r, threads, change, new(id, change.DisplayPhoneNumber), events, first, messages),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        naming.NameBy(id);
        Customer customer = naming.ToCustomer();
        for (int i = first; i < events.Count && customer != Customer.Unknown; i++)
        {
            events[i].Complete(customer);
        }

        var completed = new HistoryMessage[messages.Count];
        for (int i = 0; i < completed.Length; i++)
        {
            completed[i] = ToMessage(messages[i], customer);
        }

        return new HistoryThread
        {
            Id = id,
            Customer = customer,
            Messages = completed,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    // A thread may contain its customer after the messages, which are therefore completed at its end.
    private static bool ReadMessages(
        ref JsonMemberReader r,
        in ItemArray threads,
        WebhookChange change,
        in IdsAtHand atHand,
        List<WebhookEvent> events,
        int first,
        List<CopiedMessage> messages)
    {
        events.RemoveRange(first, events.Count - first);
        messages.Clear();
        ItemArray items = threads.Inner("messages");
        while (items.Next(ref r))
        {
            CopiedMessage message = CopiedMessage.Read(ref r, items, change, atHand);
            if (message.Message is MalformedEvent)
            {
                message.Message.Complete(message.Author);
                events.Add(message.Message);
            }
            else
            {
                messages.Add(message);
            }
        }

        return true;
    }

    // The messages may contain what a thread without a name lacks.
    private static HistoryMessage ToMessage(in CopiedMessage copy, Customer customer)
    {
        Customer recipient = copy.Recipient;
        customer = customer != Customer.Unknown ? customer : copy.HasRecipient ? recipient : copy.Author;
        copy.Message.Complete(customer);
        return new()
        {
            Message = copy.Message,
            From = copy.From,
            Recipient = recipient,
            IsFromCustomer = copy.IsFrom(customer),
            Status = copy.Status,
        };
    }

    private struct ChunkDraft : IDraft
    {
        public PlaceDraft Place;
        public IReadOnlyList<GraphError>? Errors;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
        {
            6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out Errors),
            8 when member.Is("metadata"u8) => Draft.TryFillInner(ref Place, ref r, ref rest, "metadata."),
            _ => false,
        };
    }

    [StructLayout(LayoutKind.Auto)]
    private struct PlaceDraft : IDraft
    {
        public int? Phase;
        public int? ChunkOrder;
        public int? Progress;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
        {
            5 when member.Is("phase"u8) => r.TryInt32(out Phase),
            8 when member.Is("progress"u8) => r.TryInt32(out Progress),
            11 when member.Is("chunk_order"u8) => r.TryInt32(out ChunkOrder),
            _ => false,
        };
    }
}
