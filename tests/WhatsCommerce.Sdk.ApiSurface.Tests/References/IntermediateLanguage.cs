using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace WhatsCommerce.Tests.References;

/// <summary>Walks the instructions of a method for the types, methods and fields that they name.</summary>
internal static class IntermediateLanguage
{
    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    public static IEnumerable<EntityHandle> Named(MethodBodyBlock body)
    {
        BlobReader il = body.GetILReader();
        List<EntityHandle> named = [];
        while (il.RemainingBytes > 0)
        {
            int first = il.ReadByte();
            short code = unchecked((short)(first == 0xFE ? (first << 8) | il.ReadByte() : first));
            switch (Operands[code])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    il.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.Offset += 8;
                    break;
                case OperandType.InlineSwitch:
                    int targets = il.ReadInt32();
                    il.Offset += targets * 4;
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok
                    or OperandType.InlineType or OperandType.InlineSig:
                    named.Add((EntityHandle)MetadataTokens.Handle(il.ReadInt32()));
                    break;
                default:
                    // Branches, integers, strings and short reals: four bytes that name no type.
                    il.Offset += 4;
                    break;
            }
        }

        return named;
    }
}
