import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { ContractCase, ServiceContract } from '../contract-case';
import { step } from '../step';

const TableName = 'understudy-authority';
const Key = { pk: { S: 'authority' }, sk: { S: 'authority' } };
const keys = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' as const },
    { AttributeName: 'sk', AttributeType: 'S' as const },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
};

/** The authority's table, whose replicas one Region of the simulation stands for: moto has no global tables. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud, create }) => {
    const Replicas = ['us-east-1', 'us-east-2', 'us-west-2'].map((Region) => ({ Region }));
    const strong = { MultiRegionConsistency: 'STRONG', BillingMode: 'PAY_PER_REQUEST', Replicas };
    create(cloud.dynamodb, 'AWS::DynamoDB::GlobalTable', { TableName, ...keys, ...strong });
  },
  moto: async ({ client }) =>
    void (await client(DynamoDBClient).send(
      new CreateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST', ...keys }),
    )),
};

const get = step(DynamoDBClient, GetItemCommand, { TableName, Key, ConsistentRead: true });
const create = step(DynamoDBClient, PutItemCommand, {
  TableName,
  Item: { ...Key, epoch: { N: '1' }, traffic: { M: { 'us-east-1': { BOOL: true } } }, holder: { NULL: true } },
  ConditionExpression: 'attribute_not_exists(pk)',
});

/** A compare-and-set as the authority makes it. */
const lead = (holder: string, epoch: number) =>
  step(DynamoDBClient, UpdateItemCommand, {
    TableName,
    Key,
    UpdateExpression: 'SET #epoch = :next, #holder = :holder, nonce = :nonce REMOVE #hold',
    ConditionExpression: '#epoch = :epoch AND (attribute_not_exists(#until) OR #until < :now)',
    ExpressionAttributeNames: { '#epoch': 'epoch', '#holder': 'holder', '#hold': 'hold', '#until': 'until' },
    ExpressionAttributeValues: {
      ':epoch': { N: String(epoch) },
      ':next': { N: String(epoch + 1) },
      ':holder': { S: holder },
      ':now': { S: '2026-01-06T09:00:00.000Z' },
      ':nonce': { S: `${holder}#${epoch}` },
    },
    ReturnValues: 'ALL_NEW',
  });

const vote = (observer: string, generation: number) =>
  step(DynamoDBClient, PutItemCommand, {
    TableName,
    Item: { pk: { S: 'vote' }, sk: { S: observer }, generation: { N: String(generation) }, says: { S: 'down' } },
    ConditionExpression: 'attribute_not_exists(generation) OR generation <= :generation',
    ExpressionAttributeValues: { ':generation': { N: String(generation) } },
  });

const votes = {
  TableName,
  KeyConditionExpression: 'pk = :vote',
  ExpressionAttributeValues: { ':vote': { S: 'vote' } },
  ConsistentRead: true,
} as const;

/** DynamoDB, in which the authority's table stands. */
export const dynamodb: ServiceContract = {
  client: 'DynamoDBClient',
  model: 'dynamodb',
  documentation: (operation) => `https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_${operation}.html`,
  cases: [
    { name: 'an item that nobody wrote is no error', prepare, steps: [get] },
    { name: 'S12 only one of two creates an item that must not exist', prepare, steps: [create, create, get] },
    {
      name: 'S12 a lease goes to the first of two who saw the same epoch',
      prepare,
      steps: [create, lead('us-west-2', 1), lead('us-east-2', 1), get],
    },
    {
      name: 'an update whose condition nothing meets creates nothing',
      prepare,
      steps: [lead('us-west-2', 1), get],
    },
    {
      name: 'a refused write shows the item on request',
      prepare,
      steps: [
        create,
        step(DynamoDBClient, UpdateItemCommand, {
          TableName,
          Key,
          UpdateExpression: 'REMOVE #field',
          ConditionExpression: 'attribute_exists(#field)',
          ExpressionAttributeNames: { '#field': 'hold' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
        get,
      ],
    },
    {
      name: 'an observer votes again only with a generation that is no older',
      prepare,
      steps: [
        vote('us-east-1', 2),
        vote('us-east-1', 1),
        vote('us-east-1', 2),
        step(DynamoDBClient, QueryCommand, votes),
      ],
    },
    {
      name: 'a query answers one partition in the order of its sort keys, page by page',
      prepare,
      steps: [
        vote('us-west-2', 1),
        vote('us-east-1', 1),
        create,
        step(DynamoDBClient, QueryCommand, votes),
        step(DynamoDBClient, QueryCommand, { ...votes, Limit: 1 }),
        step(DynamoDBClient, QueryCommand, {
          ...votes,
          ExclusiveStartKey: { pk: { S: 'vote' }, sk: { S: 'us-east-1' } },
        }),
        step(DynamoDBClient, QueryCommand, { ...votes, ScanIndexForward: false }),
      ],
    },
    {
      name: 'a put answers what was there on request, and replaces all of it',
      prepare,
      steps: [
        create,
        step(DynamoDBClient, PutItemCommand, {
          TableName,
          Item: { ...Key, epoch: { N: '2' } },
          ReturnValues: 'ALL_OLD',
        }),
        get,
      ],
    },
    {
      name: 'an update sets, adds up and removes parts of an item',
      prepare,
      steps: [
        create,
        step(DynamoDBClient, UpdateItemCommand, {
          TableName,
          Key,
          UpdateExpression: 'SET traffic.#region = :on, moves = if_not_exists(moves, :none) + :one REMOVE holder',
          ExpressionAttributeNames: { '#region': 'us-west-2' },
          ExpressionAttributeValues: { ':on': { BOOL: true }, ':none': { N: '0' }, ':one': { N: '1' } },
          ReturnValues: 'UPDATED_NEW',
        }),
        get,
      ],
    },
    {
      name: 'a table that does not exist is not found',
      prepare,
      steps: [
        step(DynamoDBClient, GetItemCommand, { TableName: 'other', Key }),
        step(DynamoDBClient, PutItemCommand, { TableName: 'other', Item: Key }),
        step(DynamoDBClient, UpdateItemCommand, { TableName: 'other', Key }),
        step(DynamoDBClient, QueryCommand, { ...votes, TableName: 'other' }),
      ],
    },
    {
      name: 'requests that make no sense are refused and change nothing',
      prepare,
      steps: [
        create,
        step(DynamoDBClient, GetItemCommand, { TableName, Key: { pk: { S: 'authority' } } }),
        step(DynamoDBClient, PutItemCommand, { TableName, Item: { pk: { S: 'authority' } } }),
        step(DynamoDBClient, PutItemCommand, { TableName, Item: { pk: { S: '' }, sk: { S: 'x' } } }),
        step(DynamoDBClient, PutItemCommand, { TableName, Item: { pk: { N: '1' }, sk: { S: 'x' } } }),
        step(DynamoDBClient, UpdateItemCommand, {
          TableName,
          Key,
          UpdateExpression: 'SET pk = :other',
          ExpressionAttributeValues: { ':other': { S: 'other' } },
        }),
        step(DynamoDBClient, UpdateItemCommand, {
          TableName,
          Key,
          UpdateExpression: 'SET epoch = :next',
          ExpressionAttributeValues: { ':next': { N: '9' }, ':unused': { N: '9' } },
        }),
        step(DynamoDBClient, UpdateItemCommand, {
          TableName,
          Key,
          UpdateExpression: 'SET epoch = :undefined',
          ExpressionAttributeValues: { ':next': { N: '9' } },
        }),
        step(DynamoDBClient, UpdateItemCommand, {
          TableName,
          Key,
          UpdateExpression: 'SET ttl = :reserved',
          ExpressionAttributeValues: { ':reserved': { N: '9' } },
        }),
        step(DynamoDBClient, QueryCommand, {
          TableName,
          KeyConditionExpression: 'sk = :only',
          ExpressionAttributeValues: { ':only': { S: 'x' } },
        }),
        get,
      ],
    },
  ],
};
